import { numeroParts } from '../../extraction/numbers/numero-parts.ts';
import type { NumeroOficio } from '../../model/document.ts';
import type { Kind } from './kind.ts';

/** The number of a paper, taken apart. */
export const numero: Kind<NumeroOficio, Pick<NumeroOficio, 'key'>> = {
  name: 'numero',
  accepted: 'a number as written on the paper, such as SA/0123/1987',
  parse(text) {
    if (/^s\s?[/.]?\s?n\.?$/i.test(text)) return { value: null, left: 'without-number' };
    return /\d/.test(text) ? { value: numeroParts(text, null) } : { problem: 'without any digit' };
  },
  print: ({ raw }) => raw,
  essence: ({ key }) => [key.toUpperCase()],
  exact: true,
};
