import { expect, it } from 'vitest';
import { cursorAt, placeOf } from '../../../src/search/list/cursor.ts';

it('comes back as it was given, whatever the key holds', () => {
  const place = { key: 'ñ|12 "a"', id: 'd1' };
  expect(placeOf(cursorAt('place', place), 'place')).toEqual(place);
});

it('is refused in a list of another order, and when it is none', () => {
  const other = cursorAt('id', { key: '', id: 'd1' });
  const almost = Buffer.from(JSON.stringify(['worst', 1, 'd1'])).toString('base64url');
  for (const text of [other, almost, 'x', ''])
    expect(() => placeOf(text, 'worst')).toThrow(expect.objectContaining({ code: 'invalid-cursor' }));
});
