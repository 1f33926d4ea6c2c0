import { describe, expect, it } from 'vitest';
import { mean, median, percentile, ratio } from '../../bench/measure/statistics.ts';
import { placed } from '../../bench/report.ts';
import type { Results } from '../../bench/results.ts';
import { type PageScore, summarize } from '../../bench/suites/accuracy.ts';
import { growthOf } from '../../bench/suites/memory.ts';
import { asMarkdown, asText, figure, megabytes, percent, times } from '../../bench/table.ts';
import { targetTable } from '../../bench/targets.ts';

const page = (more: Partial<PageScore>): PageScore => ({
  ...{ reader: 'foja', set: 'carbon', id: 'x', turnedRight: true, seconds: 2 },
  ...{ cer: 0.1, cerUnspaced: 0.1, wer: 0.2, recall: 0.9, precision: 0.8 },
  ...more,
});

describe('statistics', () => {
  it('leave out what nobody knows', () => {
    expect(mean([1, null, 3])).toBe(2);
    expect(mean([null])).toBeNull();
    expect(median([9, null, 1, 4])).toBe(4);
    expect(ratio(3, 0)).toBeNull();
    expect(ratio(3, 2)).toBe(1.5);
  });

  it('take the nearest rank that was measured', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.95)).toBeNull();
  });
});

describe('tables', () => {
  const table = {
    title: 'T',
    note: 'N.',
    labels: 2,
    columns: ['set', 'by', 'CER'],
    rows: [
      ['carbon', 'a|b', '1.2 %'],
      ['fax', 'c', '10.0 %'],
    ],
  };

  it('align figures to the right on a terminal', () => {
    expect(asText(table).split('\n')).toEqual([
      'T',
      'N.',
      '',
      'set     by      CER',
      '------  ---  ------',
      'carbon  a|b   1.2 %',
      'fax     c    10.0 %',
    ]);
  });

  it('are markdown in docs', () => {
    expect(asMarkdown(table).split('\n').slice(4)).toEqual([
      '| set | by | CER |',
      '| --- | --- | ---: |',
      '| carbon | a\\|b | 1.2 % |',
      '| fax | c | 10.0 % |',
    ]);
  });

  it('show figures with their units, and a dash for none', () => {
    expect([percent(0.0123), figure(0.126, 2, '°'), megabytes(700e6), times(1.5)]).toEqual([
      '1.2 %',
      '0.13 °',
      '700 MB',
      '1.50 ×',
    ]);
    expect([percent(null), figure(null), megabytes(null)]).toEqual(['–', '–', '–']);
  });

  it('go between the marks of a page and leave its text', () => {
    const text = 'before\n<!-- tables -->\nold\n<!-- /tables -->\nafter\n';
    expect(placed(text, 'new')).toBe('before\n<!-- tables -->\nnew\n<!-- /tables -->\nafter\n');
    expect(placed('no marks', 'new')).toBe('new\n');
  });
});

describe('a set', () => {
  it('is the mean of its pages, failed ones among them, refused ones not', () => {
    const set = summarize('foja', 'carbon', [
      page({ cer: 0.1 }),
      page({ cer: 1, recall: 0, precision: null, turnedRight: null, seconds: null, failed: 'crashed' }),
      page({ cer: null, refused: 'no model' }),
    ]);
    expect(set).toMatchObject({ pages: 2, failed: 1, cer: 0.55, worstCer: 1, recall: 0.45, precision: 0.8 });
    expect(set.turnedRight).toBe(1);
  });
});

describe('growth', () => {
  const samples = (first: number, second: number) =>
    Array.from({ length: 2000 }, (_, i) => (i < 150 ? 1 : i < 1050 ? first : second));

  it('compares the halves of a run, its start left out', () => {
    expect(growthOf(samples(500, 500))).toBe(0);
    expect(growthOf(samples(500, 550))).toBeCloseTo(0.1);
  });

  it('is unknown of a short run', () => {
    expect(growthOf([1, 2, 3])).toBeNull();
  });
});

describe('floors', () => {
  const results = (cer: number | null): Results => ({
    at: '2000-01-01T00:00:00Z',
    machine: {} as Results['machine'],
    options: {} as Results['options'],
    synthetic: { pages: [], sets: [{ ...summarize('foja', 'carbon', [page({ cer })]) }] },
  });

  it('are listed where they were measured, and say whether they are reached', () => {
    expect(targetTable(results(0.02)).rows).toEqual([['CER, carbon', '≤ 2.0 %', '2.0 %', 'yes']]);
    expect(targetTable(results(0.021)).rows).toEqual([['CER, carbon', '≤ 2.0 %', '2.1 %', 'NO']]);
  });

  it('are not reached where there is no figure', () => {
    expect(targetTable(results(null)).rows).toEqual([['CER, carbon', '≤ 2.0 %', '–', 'NO']]);
  });
});
