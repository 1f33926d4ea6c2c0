import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/extraction/text/fold.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import { typedPage } from './support/typed-page.ts';

const BITS = [
  'OFICIO NUM. ',
  'ASUNTO: ',
  'EXP. ',
  'SA/12/1987',
  'A 14 DE MARZO DE ',
  'MIL NOVECIENTOS ',
  'C. LIC. ',
  'PRESENTE',
  '\n',
  '\n\n',
  '      ',
  'P R E S E N T E',
  'ATENTAMENTE',
  'Guadalupe, N.L., ',
  '1/1/',
  '...',
  'DE ',
  'PARA: ',
  'SIENDO LAS ',
  'LICENCIA DE GIRO\n',
  'TITULAR: ',
  'VIGENCIA DEL ',
  'CONVENIO ',
  'POR UNA PARTE ',
  'QUE EL C. ',
  'c.c.p. ',
  'RECIBIDO\n',
  'CONSTA DE 3 (DOS) FOJAS ',
  'MLT/jgr*',
  'ñandú ',
  '—',
  '"',
  '(',
];
const page = fc.array(fc.oneof(fc.constantFrom(...BITS), fc.string({ unit: 'grapheme', maxLength: 12 })), {
  maxLength: 60,
});

describe('any text', () => {
  it('is read without an error, and every field keeps its promises', () => {
    fc.assert(
      fc.property(page, fc.boolean(), (bits, merged) => {
        for (const field of Object.values(extract([typedPage(bits.join(''), { merged })]))) {
          expect(field.confidence).toBeGreaterThanOrEqual(0);
          expect(field.confidence).toBeLessThanOrEqual(1);
          if (field.value === null)
            expect(field).toMatchObject({ confidence: 0, reason: expect.any(String) });
          else expect(field.evidence.length).toBeGreaterThan(0);
          if (Array.isArray(field.value))
            for (const item of field.value) expect(item.evidence.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300, interruptAfterTimeLimit: 6000 },
    );
  });

  // Each of these made a backtracking or quadratic draft run for seconds to minutes.
  it.each([
    'A ',
    '1/',
    '1/1/1/',
    'MARZO ',
    '14 DE ',
    'TREINTA Y ',
    'ASUNTO: ',
    'OFICIO NUM. ',
    'C. LIC. ',
    'No. ',
    'N. L., ',
    '.',
    'a',
    'EN LA CIUDAD DE ',
    'SESION ORDINARIA ',
    'P R E S E N T E ',
    'CONSIDERANDO ',
    'SE EXTIENDE A 14 DE MARZO DE 1987 ',
    'A\n',
    'A LOS DE\n',
    'ASUNTO: A 14 DE MARZO DE 1987\n',
    'A         ',
    '"',
    'VIGENCIA ',
    'C.c.p. ',
    'POR UNA PARTE ',
    'POR LA OTRA, EL ',
    'QUE EL C. ',
    'RECIBIDO 12 MAR 1987\n',
    'LAS DIEZ HORAS CON ',
    'CONSTA DE UNA ',
    'OFICIO 12/1987 DE FECHA ',
    'TITULAR: \n',
    'NUMERO DE FICIO 9\n',
    "' ",
  ])(
    '100 kB of "%s" is read in linear time',
    (bit) => {
      const text = bit.repeat(100_000 / bit.length);
      expect(Object.keys(extract([typedPage(text)])).length).toBeGreaterThanOrEqual(9);
    },
    // Each takes a second; in quadratic time, minutes.
    60_000,
  );

  it.each(['OFICIO NUM. 1 DE 3 DE MAYO DE 1990 ', 'A', '\ud800 '])(
    'a megabyte of "%s" on one page is read',
    (bit) => {
      const line = `${bit.repeat(100)}\n`;
      const text = line.repeat(1_000_000 / line.length);
      expect(extract([typedPage(text)]).fechaDocumento.value).toBeNull();
    },
    20_000,
  );

  it('keeps its length when folded, so that places stay places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const composed = text.normalize('NFC');
        expect(fold(composed)).toHaveLength(composed.length);
      }),
      { numRuns: 50 },
    );
  });

  it('of a thousand pages is read by its first and last ones', () => {
    const body = 'Se aprueba por unanimidad la propuesta del C. Regidor.\n'.repeat(30);
    const cover =
      'ACTA NÚMERO 3\n\nEn la ciudad de Linares, Nuevo León, siendo las diez horas del día 3 de mayo de 1990';
    const pages = Array.from({ length: 1000 }, (_, i) =>
      typedPage(i === 0 ? cover : body, { number: i + 1 }),
    );
    expect(extract(pages).fechaDocumento.value).toBe('1990-05-03');
  });
});
