import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../../../src/adapters/search-index/meilisearch/query/levels.ts';
import { planOf, type Vocabulary } from '../../../../../src/search/query/plan.ts';
import { parseQuery } from '../../../../../src/search/query/query.ts';

const vocabulary = (words: Record<string, readonly string[]>): Vocabulary => ({
  withKey: (key) => words[key] ?? [],
  pages: () => 3,
  near: () => [],
});
const levels = (text: string, words: Record<string, readonly string[]> = {}) =>
  levelsOf(planOf(parseQuery(text), vocabulary(words)));

describe('levels', () => {
  it('are one where there is one way to spell the query', () => {
    expect(levels('sedue')).toEqual([{ rank: 3, filter: [['grams = "sedue"']], q: 'sedue' }]);
  });

  it('share no hit, and ask for the stem that all alternatives spell', () => {
    expect(levels('licencias', { licencia: ['licencia', 'licencias'] })).toEqual([
      { rank: 3, filter: [['grams = "licencias"']], q: 'licencia' },
      {
        rank: 2,
        filter: [['grams = "licencias"', 'grams = "licencia"'], 'NOT ((grams = "licencias"))'],
        q: 'licencia',
      },
    ]);
  });

  it('ask the server for no word that a hit may lack', () => {
    expect(levels('lic*').map(({ q }) => q)).toEqual(['']);
    expect(levels('"uso de suelo"').map(({ q }) => q)).toEqual(['']);
    expect(levels('SA/0123/87').map(({ q }) => q)).toEqual(['', '']);
  });

  it('keep out what must not be on the page', () => {
    expect(levels('sedue -"calle hidalgo"')[0]!.filter).toContainEqual(['NOT (grams = "calle hidalgo")']);
  });
});
