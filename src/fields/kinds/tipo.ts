import { fold, lettersOf } from '../../extraction/text/fold.ts';
import { TIPOS_DOCUMENTALES, type TipoDocumental } from '../../model/document.ts';
import type { Kind } from './kind.ts';

/** One of the kinds of document. */
export const tipo: Kind<TipoDocumental> = {
  name: 'tipo',
  accepted: TIPOS_DOCUMENTALES.join(', '),
  parse(text) {
    const written = lettersOf(fold(text));
    const wanted = SYNONYMS[written] ?? written;
    const value = TIPOS_DOCUMENTALES.find((name) => lettersOf(name) === wanted);
    return value ? { value } : { problem: 'no kind of document that foja knows' };
  },
  print: (value) => value,
  essence: (value) => [value],
  exact: true,
};

const SYNONYMS: Readonly<Record<string, string>> = {
  ACTA: 'ACTACABILDO',
  ACTADECABILDO: 'ACTACABILDO',
  MEMO: 'MEMORANDUM',
  MEMORANDO: 'MEMORANDUM',
  ESCRITO: 'ESCRITOCIUDADANO',
};
