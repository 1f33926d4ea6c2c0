import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gram,
  gramsOf,
  standing,
} from '../../../../../src/adapters/search-index/meilisearch/documents/grams.ts';

describe('grams', () => {
  it('are terms, neighbours, and three in a row where one has a digit', () => {
    expect(gramsOf(['oficio', 'sa', '123', '1987'])).toEqual([
      ...['oficio', 'oficio sa', 'oficio sa 123'],
      ...['sa', 'sa 123', 'sa 123 1987'],
      ...['123', '123 1987', '1987'],
    ]);
    expect(gramsOf(['uso', 'de', 'suelo'])).not.toContain('uso de suelo');
  });

  it('keep ñ apart from n', () => {
    expect(gram(['año'])).not.toBe(gram(['ano']));
    expect(gram(['año']).normalize('NFKD')).toBe(gram(['año']));
  });

  it('are asked for by the longest that cover a run', () => {
    expect(standing(['sa', '123', '1987'], false)).toBe('grams = "sa 123 1987"');
    expect(standing(['uso', 'de', 'suelo'], false)).toBe('grams = "uso de" AND grams = "de suelo"');
    expect(standing(['sa', '12'], true)).toBe('grams STARTS WITH "sa 12"');
    expect(standing(['lic'], true)).toBe('grams STARTS WITH "lic"');
  });

  it('that are asked for are all kept, wherever the run stands', () => {
    const term = fc.constantFrom('a', 'b', 'ñu', '1', '22', 'x9');
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: 4 }),
        fc.array(term, { minLength: 1, maxLength: 6 }),
        fc.array(term, { maxLength: 4 }),
        (before, run, after) => {
          const kept = new Set(gramsOf([...before, ...run, ...after]));
          const asked = [...standing(run, false).matchAll(/"([^"]*)"/g)].map(([, value]) => value!);
          expect(asked.length).toBeGreaterThan(0);
          expect(asked.filter((value) => !kept.has(value))).toEqual([]);
          // Nothing of the run goes unasked.
          expect(new Set(asked.flatMap((value) => value.split(' ')))).toEqual(
            new Set(run.map((one) => gram([one]))),
          );
        },
      ),
    );
  });
});
