import { expect, it } from 'vitest';
import { CLOSENESS, planOf } from '../../../src/search/query/plan.ts';
import { parseQuery } from '../../../src/search/query/query.ts';
import { synonymsOf } from '../../../src/search/query/synonyms.ts';

const alternatives = (text: string) =>
  planOf(parseQuery(text), { withKey: () => [], pages: () => 9, near: () => [] }).must;

it('goes both ways, with and without ñ and accents', () => {
  expect(synonymsOf('hdez')).toEqual(['hernandez', 'hdz']);
  expect(synonymsOf('hernandez')).toEqual(['hdez', 'hdz']);
  expect(synonymsOf('trevino')).toEqual(['tvo']);
  expect(synonymsOf('tvo')).toEqual(['treviño']);
  expect(synonymsOf('cementerio')).toEqual(['panteon']);
});

it('leaves titles and words of two meanings alone', () => {
  for (const word of ['lic', 'licenciado', 'frac', 'c', 'h', 'ma']) expect(synonymsOf(word)).toEqual([]);
});

it('ranks below what was typed', () => {
  expect(alternatives('panteón')).toEqual([
    [
      { terms: ['panteon'], prefix: false, closeness: CLOSENESS.typed },
      { terms: ['cementerio'], prefix: false, closeness: CLOSENESS.folded },
    ],
  ]);
});

it('keeps to what stands in quotes, begins a word or must not be there', () => {
  expect(alternatives('"panteon municipal"')).toHaveLength(1);
  expect(alternatives('"panteon"')[0]).toHaveLength(1);
  expect(alternatives('pante*')[0]!.map(({ terms }) => terms[0])).not.toContain('cementerio');
  const { not } = planOf(parseQuery('oficio -panteon'), {
    withKey: () => [],
    pages: () => 9,
    near: () => [],
  });
  expect(not).toEqual([[{ terms: ['panteon'], prefix: false, closeness: CLOSENESS.typed }]]);
});
