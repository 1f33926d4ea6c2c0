import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BREAK, tokensOf } from '../../../src/search/words/tokens.ts';

it.each([
  ['CONSTRUCCIÓN', 'construccion'],
  ['Peña, Ibáñez', 'peña ibañez'],
  ['pen\u0303a', 'peña'],
  ['PINGÜINO', 'pinguino'],
  ['SA/0123/1987', 'sa 123 1987'],
  ['1.6.30.1.6/008/2022', '1 6 30 1 6 8 2022'],
  ['000', '0'],
  ['Nº 45', 'n 45'],
  ['1º de mayo', '1 de mayo'],
  ["$1'500,000.00", '1500000 0'],
  ['de 1,987', 'de 1987'],
  ['1,2 y 3', '1 2 y 3'],
  ['120 m²', '120 m2'],
  ['o\uFB01cio', 'oficio'],
  ['A T E N T A M E N T E.', 'atentamente'],
  ['C. P. A', 'c p a'],
  ['.......', ''],
  ['\uE000', ''],
])('%s → %s', (text, terms) => expect(tokensOf(text).join(' ')).toBe(terms));

it('every term is a term of itself, and none can hold a separator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const term of tokensOf(text)) {
        expect(term).not.toMatch(/[\s"*]/);
        expect(term).not.toContain(BREAK);
        expect(tokensOf(term)).toEqual([term]);
      }
    }),
    { numRuns: 500, interruptAfterTimeLimit: 3_000 },
  );
});
