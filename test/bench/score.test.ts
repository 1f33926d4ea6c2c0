import { describe, expect, it } from 'vitest';
import { editDistance } from '../../bench/measure/levenshtein.ts';
import { normalize, score, words } from '../../bench/measure/score.ts';

describe('normalize', () => {
  it.each([
    ['composes accents', 'construccio\u0301n', 'construcción'],
    ['collapses white space of any kind', '  a \t b\n\n\u00a0c\f', 'a b c'],
    ['joins a word that is broken at the end of a line', 'la cons-\ntrucción', 'la construcción'],
    ['joins it over trailing blanks and other hyphens', 'cons- \n  trucción de¬\nmás', 'construcción demás'],
    ['leaves a hyphen inside a line', 'físico-químico', 'físico-químico'],
    ['leaves a number that is broken at a hyphen', 'SA-\n123 y 14-\nA', 'SA- 123 y 14- A'],
  ])('%s', (_, text, expected) => {
    expect(normalize(text)).toBe(expected);
  });
});

describe('words', () => {
  it('have three letters or more, no accents, no case', () => {
    expect(words('El Año de LA Peña: 1987, c.c.p. SA/0123 él/Ella')).toEqual(['ano', 'pena', 'ella']);
  });
});

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['ñandú', 'ñandú', 0],
    ['a😀b', 'ab', 1],
  ])('%s → %s: %i', (a, b, edits) => {
    expect(editDistance([...a], [...b])).toBe(edits);
  });

  it('takes whole words as well', () => {
    expect(editDistance(['el', 'que', 'suscribe'], ['el', 'suscribe', 'dice'])).toBe(2);
  });

  it('agrees with the textbook on anything', () => {
    // Every pair of texts up to three letters of two: 225 pairs.
    const texts = ['', ...combine(1), ...combine(2), ...combine(3)];
    for (const a of texts)
      for (const b of texts) expect(editDistance([...a], [...b]), `${a} ${b}`).toBe(textbook(a, b));
  });
});

describe('score', () => {
  it('is perfect for the same text in other clothes', () => {
    expect(score('Se expide la cons-\ntancia.', 'Se  expide la\nconstancia.')).toEqual({
      cer: 0,
      cerUnspaced: 0,
      wer: 0,
      recall: 1,
      precision: 1,
    });
  });

  it('divides edits by the length of the truth', () => {
    // Of 10 letters one is replaced; of 2 words one is wrong; of 2 words of three letters one is found.
    expect(score('oficio 345 uno', 'oficia 345 uno')).toEqual({
      cer: 1 / 14,
      cerUnspaced: 1 / 12,
      wer: 1 / 3,
      recall: 1 / 2,
      precision: 1 / 2,
    });
  });

  it('passes 1 where more was read than stands there', () => {
    expect(score('ab', 'abcdef').cer).toBe(2);
  });

  it('counts a word as often as it stands there', () => {
    expect(score('acta acta acta', 'acta')).toMatchObject({ recall: 1 / 3, precision: 1 });
    expect(score('acta', 'acta acta acta')).toMatchObject({ recall: 1, precision: 1 / 3 });
  });

  it('forgives accents and case in words, not in characters', () => {
    expect(score('CONSTRUCCIÓN', 'CONSTRUCCION')).toMatchObject({ recall: 1, cer: 1 / 12, wer: 1 });
  });

  it('shows apart what spaced-out headings cost', () => {
    expect(score('P R E S E N T E', 'PRESENTE')).toMatchObject({ cer: 7 / 15, cerUnspaced: 0 });
  });

  it('knows no rate of an empty page', () => {
    expect(score('', '')).toEqual({ cer: null, cerUnspaced: null, wer: null, recall: null, precision: null });
    expect(score('acta', '')).toEqual({ cer: 1, cerUnspaced: 1, wer: 1, recall: 0, precision: null });
  });
});

const combine = (length: number): string[] =>
  length === 0 ? [''] : combine(length - 1).flatMap((rest) => [`${rest}a`, `${rest}b`]);

function textbook(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  return Math.min(
    textbook(a.slice(1), b) + 1,
    textbook(a, b.slice(1)) + 1,
    textbook(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  );
}
