import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../src/fields/kinds/date.ts';

describe('dates in a manifest', () => {
  it.each([
    ['1987-03-14', '1987-03-14'],
    ['1987-03-14T00:00:00', '1987-03-14'],
    ['14/03/1987', '1987-03-14'],
    ['4-3-1987', '1987-03-04'],
    ['14.03.87', '1987-03-14'],
    ['14/03/1987 00:00', '1987-03-14'],
    ['14-mar-87', '1987-03-14'],
    ['14-MAR-1987', '1987-03-14'],
    ['14 de marzo de 1987', '1987-03-14'],
    ['1 set. 1990', '1990-09-01'],
    ['29/02/1988', '1988-02-29'],
    ['1987', '1987'],
    ['1987-03', '1987-03'],
    // Days since the last day of 1899, as Excel saves them.
    ['31850', '1987-03-14'],
    ['31850.5', '1987-03-14'],
    ['45292', '2024-01-01'],
  ])('%s is %s', (text, iso) => {
    expect(dateOf(text)).toEqual({ value: iso });
  });

  it.each(['S/F', 's.f.', 'sin fecha'])('%s says that there is none', (text) => {
    expect(dateOf(text)).toEqual({ value: null, left: 'without-date' });
  });

  // What is uncertain in its own words, and what the calendar has not, is never guessed.
  it.each([
    'ca. 1987',
    '[1987?]',
    '1985-1991',
    '31/02/1987',
    '03/14/1987',
    '29/02/1987',
    '12',
    '99999',
    'ayer',
    '',
  ])('%s is no date', (text) => {
    expect(dateOf(text)).toHaveProperty('problem');
  });

  it('never throws, and gives days of the calendar only', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,5}([/. -][0-9a-z]{1,4}){0,3}$/)),
        (text) => {
          const parsed = dateOf(text);
          if (!('value' in parsed) || parsed.value === null) return;
          const [year, month = '01', day = '01'] = String(parsed.value).split('-');
          const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
          expect(date.toISOString().slice(0, 10)).toBe(`${year}-${month}-${day}`);
        },
      ),
    );
  });
});
