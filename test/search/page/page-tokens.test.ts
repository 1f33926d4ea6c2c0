import { expect, it } from 'vitest';
import { pageTokens } from '../../../src/search/page/page-tokens.ts';
import { typed } from '../documents.ts';

const shown = (text: string) => {
  const { tokens, halves } = pageTokens(typed(text));
  const show = ({ term, words }: (typeof tokens)[number]) => `${term}${words.length > 1 ? `(${words})` : ''}`;
  return tokens.map(show).join(' ') + (halves.length > 0 ? ` / ${halves.map(show).join(' ')}` : '');
};

it.each([
  ['SA/0123/1987 y', 'sa 123 1987 y'],
  ['la construc-\nción del', 'la construccion(1,2) del / construc cion'],
  ['la construc¬\nción del', 'la construccion(1,2) del / construc cion'],
  ['LA CONSTRUC-\nCIÓN DEL', 'LA CONSTRUCCION(1,2) DEL / CONSTRUC CION'.toLowerCase()],
  ['inte-\nrinsti-\ntucional', 'interinstitucional(0,1,2) / inte rinsti interinsti(0,1) tucional'],
  ['Guadalupe-\nMonterrey', 'guadalupe monterrey'],
  ['construc-\n\nción', 'construc cion'],
  ['oficio SA-\n123/1987', 'oficio sa 123 1987'],
  ['fin de la construc-', 'fin de la construc'],
  ['A T E N T A M E N T E', 'atentamente(0,1,2,3,4,5,6,7,8,9,10)'],
  ['P R E S E N T E .-', 'presente(0,1,2,3,4,5,6,7)'],
  ['C I U D A D.', 'ciudad(0,1,2,3,4,5)'],
  ['A C T A   N Ú M E R O   1 4', 'acta(0,1,2,3) numero(4,5,6,7,8,9) 1 4'],
  ['C. P. J. R. Garza', 'c p j r garza'],
  ['o y a', 'o y a'],
  ['', ''],
])('%j → %s', (text, expected) => expect(shown(text)).toBe(expected));
