import { describe, expect, it } from 'vitest';
import { readNumberWords } from '../../../src/extraction/numbers/number-words.ts';
import { fold } from '../../../src/extraction/text/fold.ts';

const read = (text: string) => readNumberWords(fold(text).split(' '));

describe('numbers in words', () => {
  it.each([
    ['catorce', 14],
    ['treinta y uno', 31],
    ['veintiún', 21],
    ['ochentaisiete', 87],
    ['mil novecientos ochenta y siete', 1987],
    ['mil novecientos noventa y nueve', 1999],
    ['dos mil', 2000],
    ['dos mil veintiséis', 2026],
    ['m1l noveclentos ochenta y s1ete', 1987],
    ['cien', 100],
  ])('%s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(['marzo', 'catorce quince', 'seenta', 'mil mil', '', 'y'])('is no number: "%s"', (text) => {
    expect(read(text)).toBeNull();
  });
});
