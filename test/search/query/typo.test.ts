import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typoCost, untouchedBySlip } from '../../../src/search/query/typo.ts';

it.each([
  ['lisencia', 'licencia', 1],
  ['trebiño', 'treviño', 1],
  ['caye', 'calle', 1],
  ['informe', 'inforrne', 1],
  ['abitacion', 'habitacion', 1],
  ['mun1cipal', 'municipal', 1],
  ['contruccion', 'construccion', 2],
  ['presupuetso', 'presupuesto', 2],
  ['garrza', 'garza', 2],
  ['garza', 'garzas', 2],
  ['licensiaa', 'licencia', null],
  ['mercado', 'morcada', null],
  ['oficio', 'edificio', null],
])('%s, %s → %s', (a, b, cost) => {
  expect(typoCost(a, b)).toBe(cost);
  expect(typoCost(b, a)).toBe(cost);
});

const word = fc.stringMatching(/^[a-eñ]{5,10}$/);

it('one slip, of any kind and anywhere, leaves the first or the last half alone', () => {
  const slip = fc.record({
    at: fc.nat(),
    letter: fc.constantFrom('a', 'x', ''),
    kind: fc.constantFrom('put', 'change', 'swap'),
  });
  fc.assert(
    fc.property(word, slip, (meant, { at, letter, kind }) => {
      const i = at % (meant.length - 1);
      const slipped =
        kind === 'swap'
          ? meant.slice(0, i) + meant[i + 1] + meant[i] + meant.slice(i + 2)
          : meant.slice(0, i) + letter + meant.slice(kind === 'put' ? i : i + 1);
      fc.pre(slipped !== meant);
      expect(typoCost(slipped, meant)).not.toBeNull();
      const half = untouchedBySlip(slipped);
      expect(
        meant.startsWith(slipped.slice(0, half)) || meant.endsWith(slipped.slice(slipped.length - half)),
      ).toBe(true);
    }),
    { numRuns: 1_000, interruptAfterTimeLimit: 3_000 },
  );
});
