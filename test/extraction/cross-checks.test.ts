import { describe, expect, it } from 'vitest';
import {
  crossChecks,
  folderYears,
  type KnownNumber,
  withCrossChecks,
} from '../../src/extraction/cross-checks.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import { typedPage } from './support/typed-page.ts';

const letter = (numero: string, fecha: string, stamp = '') => `
SECRETARIA DEL R. AYUNTAMIENTO                  OFICIO NUM. ${numero}
${stamp}
                  Linares, N.L., a ${fecha}.

C. EVA TOVAR SILLER
DIRECTORA JURIDICA
P R E S E N T E .
     Me permito enviar lo solicitado.
                  A T E N T A M E N T E
`;

const record = (text: string, path = 'Correspondencia/001.jpg', id = 'a'): DocumentRecord => ({
  id,
  status: 'processed',
  batch: 'b',
  receivedAt: '2026-01-05T10:00:00Z',
  source: [{ path, sha256: '', bytes: 1, type: null, stored: '' }],
  grade: null,
  pages: [],
  fields: extract([typedPage(text)]),
});

const codes = (one: DocumentRecord, known?: readonly KnownNumber[]) =>
  crossChecks(one, known).map(({ code }) => code);

describe('cross-checks', () => {
  it('say nothing of what fits', () => {
    expect(
      codes(record(letter('SA/12/1987', '14 de marzo de 1987'), 'Archivo/1985-1991/Exp 3/001.jpg')),
    ).toEqual([]);
  });

  it.each([
    ['a number of another year', letter('SA/12/1978', '14 de marzo de 1987'), ['number-year']],
    ['a number of a term that holds the year', letter('SA/12/1986-1987', '14 de marzo de 1986'), []],
    ['a day that no calendar has', letter('12', '30 de febrero de 1987'), ['impossible-date']],
    ['digits and words that differ', letter('12', '14-quince de marzo de 1987'), ['date-in-words']],
    ['a day to come', letter('12', '14 de marzo de 2031'), ['date-to-come']],
    [
      'a stamp older than the letter',
      letter('12', '14 de marzo de 1987', 'RECIBIDO\n12 MAR. 1987'),
      ['stamped-before-date'],
    ],
  ])('flag %s', (_, text, expected) => {
    expect(codes(record(text))).toEqual(expected);
  });

  it('flag a day outside the years of its folder', () => {
    const text = letter('12', '14 de marzo de 1987');
    expect(codes(record(text, '1990/Caja 3/001.jpg'))).toEqual(['date-outside-folder']);
    expect(codes(record(text, '1990/1980-1989/001.jpg'))).toEqual([]);
  });

  it('flag a number that the same office has used that year', () => {
    const used: KnownNumber = {
      id: 'z',
      dependencia: 'Secretaría del R. Ayuntamiento',
      key: 'SA|12|1987',
      anio: 1987,
    };
    const mine = record(letter('SA/0012/1987', '14 de marzo de 1987'));
    expect(codes(mine, [used])).toEqual(['number-used']);
    expect(codes(mine, [{ ...used, id: 'a' }])).toEqual([]);
    expect(codes(mine, [{ ...used, anio: 1988 }])).toEqual([]);
    expect(codes(mine, [{ ...used, dependencia: 'Tesorería Municipal' }])).toEqual([]);
  });

  it('come and go with the record, and leave the flags of others', () => {
    const other = { code: 'pages-missing' as const, detail: '' };
    const wrong = withCrossChecks({ ...record(letter('SA/12/1978', '14 de marzo de 1987')), flags: [other] });
    expect(wrong.flags?.map(({ code }) => code)).toEqual(['pages-missing', 'number-year']);
    const { fields } = record(letter('SA/12/1987', '14 de marzo de 1987'));
    expect(withCrossChecks({ ...wrong, fields }).flags).toEqual([other]);
    expect(withCrossChecks(record(letter('1', '14 de marzo de 1987')))).not.toHaveProperty('flags');
  });

  it.each([
    ['1987/001.jpg', 1987, 1987],
    ['Fondo/Actas 1985 a 1991/Exp 0345/1.jpg', 1985, 1991],
    ['Licencias 2003/a.tif', 2003, 2003],
  ])('take years from %s', (path, from, to) => {
    expect(folderYears(path)).toMatchObject({ from, to });
  });

  it.each(['Exp 0345/1.jpg', 'Caja 12/oficio 1987.jpg', '219870/1.jpg', '1991-1985/1.jpg'])(
    'take none from %s',
    (path) => {
      expect(folderYears(path)).toBeNull();
    },
  );
});
