import { describe, expect, it } from 'vitest';
import { lettersOnly, withoutSpecks } from '../../../src/extraction/text/worn-words.ts';

describe('words of letters', () => {
  it.each([
    ['BOS"QUE', 'BOSQUE'],
    ["DIREC'TORES", 'DIRECTORES'],
    ["D'ANGELO", "D'ANGELO"],
    ['"BENITO JUAREZ"', '"BENITO JUAREZ"'],
  ])('%s has no speck', (read, plain) => {
    expect(withoutSpecks(read)).toBe(plain);
  });

  it.each([
    ['HINOJOS4', 'HINOJOSA'],
    ['MA. DE L0S ANGELES', 'MA. DE LOS ANGELES'],
    ['Parra1, Chih.', 'Parrai, Chih.'],
    ['1OVAR', 'IOVAR'],
    ['SA/123/1987', 'SA/123/1987'],
    ['Calle 5 de Mayo 14', 'Calle 5 de Mayo 14'],
  ])('%s has no digit that is a letter', (read, plain) => {
    expect(lettersOnly(read)).toBe(plain);
  });
});
