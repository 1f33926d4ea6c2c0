import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentRecord, Field, PageRecord } from '../../src/model/document.ts';
import { doubtsOf, type ReviewItem } from '../../src/review/doubts.ts';
import { worstFirst, worstOf } from '../../src/review/worst-first.ts';
import { recordOf } from '../archive/sample.ts';

const field = (over: Partial<Field<unknown>>): Field<unknown> => ({
  value: 'x',
  raw: 'x',
  confidence: 0.95,
  evidence: [],
  from: 'rule',
  rule: 'r',
  version: 1,
  ...over,
});
const record = (fields: Record<string, Field<unknown>>, over: Partial<DocumentRecord> = {}): DocumentRecord =>
  recordOf({
    status: 'processed',
    grade: 'excellent',
    fields: fields as unknown as DocumentRecord['fields'],
    ...over,
  });
const whys = (one: DocumentRecord) =>
  doubtsOf(one)?.fields.map(({ field: name, why }) => [name, why]) ?? null;

describe('what needs eyes', () => {
  it('is a value below nine in ten, and none that was not found', () => {
    expect(
      whys(
        record({
          sure: field({}),
          doubtful: field({ confidence: 0.89 }),
          missing: field({ value: null, reason: 'not-found' }),
          none: field({ value: null, reason: 'without-number' }),
        }),
      ),
    ).toEqual([
      ['doubtful', 'low-confidence'],
      ['missing', 'unknown'],
    ]);
  });

  it('is a manifest that contradicts what was read with confidence', () => {
    const manifest = (value: string, confidence: number) =>
      field({ from: 'manifest', value: 'SA 1', overrides: field({ value, confidence }) });
    expect(
      whys(record({ a: manifest('SA 2', 0.95), b: manifest('SA 2', 0.5), c: manifest('sa 1', 0.95) })),
    ).toEqual([['a', 'contradicted']]);
  });

  it('is a folder that contradicts the manifest', () => {
    const said = (read: string) =>
      field({
        from: 'manifest',
        value: '0345',
        overrides: field({ value: read, confidence: 1, rule: 'template' }),
      });
    const described = (read: string) =>
      whys(record({}, { description: { expediente: said(read) } as DocumentRecord['description'] & object }));
    expect(described('346')).toEqual([['expediente', 'contradicted']]);
    expect(described('345')).toBeNull();
  });

  it('is nothing that a person has set', () => {
    const set = field({ from: 'person', confidence: 1, overrides: field({ confidence: 0.1 }) });
    expect(
      doubtsOf(record({ a: set, b: field({ from: 'person', value: null, reason: 'none-by-person' }) })),
    ).toBeNull();
  });

  it('is a page that failed or may lie wrong, a flag, a bad grade; not a blank back', () => {
    const page = (number: number, flags: PageRecord['flags']) => ({ number, flags }) as PageRecord;
    const flagged = record({}, { pages: [page(1, ['blank', 'text-layer']), page(2, ['failed'])] });
    expect(doubtsOf(flagged)!.pages).toEqual([{ number: 2, flags: ['failed'] }]);
    expect(doubtsOf(record({}, { pages: [page(1, ['blank'])] }))).toBeNull();
    expect(doubtsOf(record({}, { flags: [{ code: 'pages-missing', detail: '' }] }))).not.toBeNull();
    expect(doubtsOf(record({}, { grade: 'poor' }))).not.toBeNull();
  });
});

const item = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom('processed', 'partial', 'failed'),
  grade: fc.constantFrom(null, 'excellent', 'good', 'fair', 'poor'),
  flags: fc.array(fc.constant({ code: 'x', detail: '' }), { maxLength: 2 }),
  pages: fc.array(fc.constant({ number: 1, flags: [] }), { maxLength: 2 }),
  fields: fc.array(
    fc.record({
      why: fc.constantFrom('unknown', 'low-confidence'),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3 },
  ),
}) as unknown as fc.Arbitrary<ReviewItem>;

describe('worst first', () => {
  it('keeps the worst of all, in order, however they come', () => {
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 1, max: 5 }), (items, limit) => {
        const worst = worstOf(limit);
        for (const one of items) worst.add(one);
        expect(worst.items()).toEqual([...items].sort(worstFirst).slice(0, limit));
        expect(worst.seen()).toBe(items.length);
      }),
    );
  });

  it('puts what could not be read before what was read badly, and this before what was not found', () => {
    const of = (over: Partial<ReviewItem>): ReviewItem => ({
      id: 'x',
      source: '',
      status: 'processed',
      grade: 'excellent',
      flags: [],
      pages: [],
      fields: [],
      ...over,
    });
    const doubt = (why: 'unknown' | 'low-confidence') =>
      ({ why, confidence: 0.5 }) as ReviewItem['fields'][number];
    const ordered = [
      of({ status: 'failed', grade: null }),
      of({ status: 'partial' }),
      of({ grade: 'poor' }),
      of({ flags: [{ code: 'pages-missing', detail: '' }] }),
      of({ fields: [doubt('low-confidence'), doubt('low-confidence')] }),
      of({ fields: [doubt('low-confidence')] }),
      of({ fields: [doubt('unknown'), doubt('unknown')] }),
    ];
    expect([...ordered].reverse().sort(worstFirst)).toEqual(ordered);
  });
});
