import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  nearCodes,
  nearQuestions,
} from '../../../../../src/adapters/search-index/meilisearch/documents/near.ts';
import { typoCost } from '../../../../../src/search/query/typo.ts';

const word = fc.stringMatching(/^[abcnrms]{5,12}$/);
const meets = (kept: string, asked: string) => {
  const codes = new Set(nearCodes(kept));
  return nearQuestions(asked).some((code) => codes.has(code));
};

it('meets whatever one slip away stands', () => {
  const slip = fc
    .tuple(word, fc.nat(), fc.constantFrom('a', 'b', 'n', 'rn', 'm', ''), fc.nat({ max: 2 }))
    .map(([text, at, put, drop]) => {
      const start = at % text.length;
      return [text, text.slice(0, start) + put + text.slice(start + drop)] as const;
    })
    .filter(([a, b]) => a !== b && b.length > 3 && Math.abs(a.length - b.length) < 2)
    .filter(([a, b]) => typoCost(a, b) !== null);
  fc.assert(
    fc.property(slip, ([kept, asked]) => {
      expect(meets(kept, asked)).toBe(true);
      expect(meets(asked, kept)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('leaves alone what shares neither half', () => {
  expect(meets('licencia', 'construc')).toBe(false);
  expect(meets('licencia', 'licenciado')).toBe(false); // two letters longer
});

it('keeps short words out', () => {
  expect(nearCodes('mor')).toEqual([]);
});
