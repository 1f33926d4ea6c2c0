import { describe, expect, it } from 'vitest';
import {
  fitting,
  hex,
  quoted,
  unhex,
} from '../../../../../src/adapters/search-index/meilisearch/documents/value.ts';

describe('values', () => {
  it('that the server would cut are told apart by their ends', () => {
    const start = 'ñ'.repeat(300);
    const [one, other] = [fitting(`${start}a`), fitting(`${start}b`)];
    expect(one).not.toBe(other);
    expect(Buffer.byteLength(one)).toBeLessThanOrEqual(468);
    expect(one.startsWith('ñ'.repeat(150))).toBe(true);
    expect(fitting('serie:oficios')).toBe('serie:oficios');
  });

  it('come back from hexadecimal, and sort there as they do', () => {
    const names = ['A-2', 'a-10', 'ñ', 'z'];
    expect(names.map(hex).map(unhex)).toEqual(names);
    const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(names.map(hex).sort().map(unhex)).toEqual(sorted);
  });

  it('end no filter before its end', () => {
    expect(quoted('a" OR number > 0 OR "\\')).toBe('"a\\" OR number > 0 OR \\"\\\\"');
  });
});
