import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlausible, isWordlike } from '../../src/pdf/read/text-trust.ts';

const sample = (text: string, unmapped = 0) => {
  const words = text.split(' ');
  return { words, characters: words.join('').length, unmapped };
};

describe('isPlausible', () => {
  it.each([
    'Oficio número SA/0123/1987. Asunto: se concede licencia.',
    'C. PRESIDENTE MUNICIPAL P R E S E N T E , en términos del artículo 115',
    'Índice ............ 3 I. Disposiciones ........ 12 XVIII. Transitorios',
    'The quick brown fox jumps over the lazy dog',
    '12',
    'EXPTE. 44/92 $1,250.00 45% 2a. Sección km 14+200',
    'presidencia@municipio.example.mx http://www.municipio.example.mx',
  ])('believes %s', (text) => expect(isPlausible(sample(text))).toBe(true));

  it.each([
    '',
    '\uE001\uE002\uE003 \uE004\uE005 \uE006',
    'Lic\uFFFDncia de construcci\uFFFDn para el se\uFFFDor',
    '+DFLHQGD 0XQLFLSDO GH OD &LXGDG xtrzkqpl',
    'aBcDe fGhIj kLmNo pQrSt',
    'l i c e n c i a d e',
    'licenciadeconstruccionqueseconcede alciudadanovecinodelmunicipio porelpresidentemunicipalyelcabildo enterminosdelarticulocientoquince delaconstitucionpolitica',
    'Администрация города сообщает',
  ])('does not believe %s', (text) => expect(isPlausible(sample(text))).toBe(false));

  it('does not believe good text that its font shifts or permutes', () => {
    const good =
      'Con fundamento en lo dispuesto por la ley orgánica municipal se concede la licencia de construcción';
    const shifted = good.replace(/[!-~]/g, (sign) =>
      String.fromCharCode(33 + ((sign.charCodeAt(0) - 33 - 29 + 94) % 94)),
    );
    const permuted = good.replace(/[a-z]/g, (sign) =>
      String.fromCharCode(97 + (((sign.charCodeAt(0) - 97) * 19 + 7) % 26)),
    );
    expect([good, shifted, permuted].map((text) => isPlausible(sample(text)))).toEqual([true, false, false]);
  });

  it('does not believe text whose fonts do not say their letters', () => {
    expect(isPlausible(sample('se concede la licencia', 12))).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        const characters = words.join('').length;
        expect(typeof isPlausible({ words, characters, unmapped: 0 })).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});

describe('isWordlike', () => {
  it.each(['APIs', 'McDonald', 'CURP', 'Lic', 'construcción', '12-A', 'SA/DGOP/0123/87', 'pp', '1º'])(
    'takes %s',
    (token) => expect(isWordlike(token)).toBe(true),
  );
  it.each(['xKmQzW', 'GDGHV\u0003', 'rstlnbcd', 'aaaa'])('refuses %s', (token) =>
    expect(isWordlike(token)).toBe(false),
  );
});
