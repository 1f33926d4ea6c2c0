import { initialsIn } from '../../../extraction/people/initials.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import type { Kind } from '../../kinds/kind.ts';

/** The initials at the foot: of who signs and of who typed. */
export type Rubrica = { readonly raw: string; readonly firma: string; readonly captura: string | null };

const initials: Kind<Rubrica> = {
  name: 'rubrica',
  accepted: 'initials of who signs and of who typed: JLPQ/hec',
  parse(text) {
    const [, firma, captura = null] = /^(\p{L}{1,8})(?:\s?[/*]\s?(\p{L}{1,8}))?\W*$/u.exec(text) ?? [];
    return firma ? { value: { raw: text, firma, captura } } : { problem: 'no initials' };
  },
  print: ({ raw }) => raw,
  essence: ({ firma, captura }) => [firma, captura],
  exact: true,
};

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly rubrica?: Rubrica;
  }
}

/** The initials at the foot of the last page of the document itself. */
export const rubrica = {
  label: 'Rúbrica',
  kind: initials,
  papers: { except: ['CARATULA'] },
  read,
  columns: 'rubrica|iniciales',
  search: { as: 'words', texts: ({ raw }) => [raw], inPassing: true },
} satisfies FieldDefinition<'rubrica'>;

function read(reading: Reading): Field<Rubrica> {
  const sheet = reading.closing?.sheet ?? reading.ending.at(-1);
  const piece = sheet?.pieces.findLast(
    ({ text, box }) => initialsIn(text) !== null && box.y > sheet.height * LOWER,
  );
  const initials = piece && initialsIn(piece.text);
  if (!piece || !initials) return unknown('not-found', 'rubrica.pie');
  const seen = passage(piece, 0, piece.text.length);
  return found({ raw: seen.raw, ...initials }, seen, 0.93, 'rubrica.pie');
}

const LOWER = 0.4;
