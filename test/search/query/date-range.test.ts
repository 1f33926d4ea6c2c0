import { expect, it } from 'vitest';
import { dayRange, daysOf } from '../../../src/search/query/date-range.ts';

it.each([
  ['1987', '1987-01-01', '1987-12-31'],
  ['1987-02', '1987-02-01', '1987-02-31'],
  ['1987-03-14', '1987-03-14', '1987-03-14'],
])('%s covers %s to %s', (date, first, last) => expect(daysOf(date)).toEqual({ first, last }));

it.each(['', '87', '1987-13', '1987-3', '1987-03-32', '14/03/1987', 'ayer'])('%j is no date', (date) => {
  expect(daysOf(date)).toBeNull();
  expect(() => dayRange(date)).toThrow(expect.objectContaining({ code: 'invalid-date' }));
});

it('an open end is open', () => {
  expect(dayRange('1987')).toEqual({ first: '1987-01-01' });
  expect(dayRange(undefined, '1987')).toEqual({ last: '1987-12-31' });
});
