import { describe, expect, it } from 'vitest';
import { foliation, withExpectations } from '../../src/description/expected.ts';
import type { DocumentRecord, PageRecord } from '../../src/model/document.ts';
import { recordOf } from '../archive/sample.ts';
import { said } from '../support/archived.ts';

const recordWith = (
  texts: Parameters<typeof said>[0],
  promised: number | null,
  pages: number,
): DocumentRecord => {
  const { description, delivery } = said(texts, {}, promised);
  const faces = Array.from({ length: pages }, (_, at) => ({ number: at + 1 }) as PageRecord);
  return recordOf({ description, ...(delivery && { delivery }), pages: faces });
};
const codes = (record: DocumentRecord) => (withExpectations(record).flags ?? []).map(({ code }) => code);

describe('fojas, pages and what was promised', () => {
  it.each([
    [{}, null, 3, []],
    [{}, 3, 3, []],
    [{}, 4, 3, ['pages-missing']],
    [{}, 2, 3, ['pages-extra']],
    // Two sheets have two to four faces.
    [{ fojas: 2 }, null, 2, []],
    [{ fojas: 2 }, null, 4, []],
    [{ fojas: 2 }, null, 1, ['fojas-against-pages']],
    [{ fojas: 2 }, null, 5, ['fojas-against-pages']],
    [{ fojas: 3, fojaInicial: '47', fojaFinal: '49v' }, null, 3, []],
    [{ fojas: 2, fojaInicial: '47', fojaFinal: '49' }, null, 3, ['fojas-against-foliation']],
  ])('%o, %s promised, %i found', (texts, promised, pages, expected) => {
    expect(codes(recordWith(texts, promised, pages))).toEqual(expected);
  });

  it('are looked at again when a person counts, and other flags stay', () => {
    const record = {
      ...recordWith({ fojas: 9 }, null, 3),
      flags: [{ code: 'number-used' as const, detail: '' }],
    };
    const flagged = withExpectations(record);
    expect(codes(flagged)).toEqual(['number-used', 'fojas-against-pages']);
    const { description } = said({ fojas: 3 });
    expect(codes({ ...flagged, description })).toEqual(['number-used']);
  });

  it.each([
    ['1', '7', 7],
    ['047', '47 vta.', 1],
    ['9', '3', null],
    ['1 bis', '7', null],
    [undefined, '7', null],
  ])('from %s to %s', (first, last, count) => {
    expect(foliation(first, last)).toBe(count);
  });
});
