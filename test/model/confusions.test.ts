import { expect, it } from 'vitest';
import { areAlike, confusionCost, digitFor, letterFor } from '../../src/model/confusions.ts';

it('signs that are usually read for one another cost less than those that were seen to be, others are none', () => {
  expect([confusionCost('0', 'o'), confusionCost('o', '0')]).toEqual([1, 1]);
  expect([confusionCost('rn', 'm'), confusionCost('h', ''), confusionCost('v', 'b')]).toEqual([1, 1, 1]);
  expect([confusionCost('4', 'a'), confusionCost('3', '5')]).toEqual([2, 2]);
  expect([confusionCost('a', 'o'), confusionCost('0', '1'), confusionCost('', 'a')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('a sign is turned into a digit where that is usual, a digit into its first letter', () => {
  expect([...'OQDIL|!ZSBG'].map(digitFor).join('')).toBe('00011112586');
  expect([...'ACT$-'].map(digitFor)).toEqual([null, null, null, null, null]);
  expect([...'0124567839'].map(letterFor)).toEqual(['O', 'I', 'Z', 'A', 'S', 'G', 'T', 'B', null, null]);
});

it('one glyph may be read as two signs of one digit, not as two letters of a word', () => {
  for (const pair of ['0O', 'OQ', 'IL', '1!', '5S', '58', 'SB', '35', '4A', 'DC'])
    expect(areAlike(pair[0]!, pair[1]!), pair).toBe(true);
  for (const pair of ['38', '01', 'CS', 'NM', '69']) expect(areAlike(pair[0]!, pair[1]!), pair).toBe(false);
});
