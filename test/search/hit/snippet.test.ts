import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/search/hit/places.ts';
import { planOf, type Vocabulary } from '../../../src/search/query/plan.ts';
import { parseQuery } from '../../../src/search/query/query.ts';
import { typed } from '../documents.ts';

const NO_WORDS: Vocabulary = { withKey: () => [], pages: () => 9, near: () => [] };
const snippet = (text: string, query: string) =>
  placesOf({ lines: typed(text), fields: [] }, planOf(parseQuery(query), NO_WORDS).must)
    .snippet.replaceAll('\u0002', '[')
    .replaceAll('\u0003', ']');

const TEN = Array.from({ length: 10 }, (_, i) => `línea ${'abcdefghij'[i]}`).join('\n');
const LONG = Array.from({ length: 60 }, (_, i) => `w${i + 100}`).join(' ');

describe('a snippet', () => {
  it.each([
    ['begins the page where nothing is asked', TEN, '', 'línea a\nlínea b\nlínea c'],
    ['shows the line with its neighbours', TEN, 'e', 'línea d\nlínea [e]\nlínea f'],
    [
      'shows two places when one lacks a word',
      TEN,
      'b i',
      'línea a\nlínea [b]\nlínea c\n…\nlínea h\nlínea [i]\nlínea j',
    ],
    [
      'prefers the place that has it all',
      `predio\n\nx\n\ny\n\npredio norte`,
      'predio norte',
      'y\n[predio] [norte]',
    ],
    ['leaves punctuation outside the mark', '(Licencia), no.', 'licencia', '([Licencia]), no.'],
    ['marks a phrase as one', 'el uso de suelo, y', '"uso de suelo"', 'el [uso de suelo], y'],
    [
      'cuts long lines',
      LONG,
      'w130',
      `… ${LONG.slice(18 * 5, 30 * 5)}[w130] ${LONG.slice(31 * 5, 43 * 5 - 1)} …`,
    ],
    ['cuts endless words', `aviso ${'x'.repeat(500)}`, 'aviso', `[aviso] ${'x'.repeat(60)}…`],
    ['is empty for an empty page', '', 'x', ''],
  ])('%s', (_, text, query, expected) => expect(snippet(text, query)).toBe(expected));

  it('holds no mark that it did not set', () => {
    expect(snippet('un \u0002sello\u0003 rojo', 'rojo')).toBe('un sello [rojo]');
  });
});
