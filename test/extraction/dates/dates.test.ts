import { describe, expect, it } from 'vitest';
import { datesIn } from '../../../src/extraction/dates/dates.ts';
import { fold } from '../../../src/extraction/text/fold.ts';

const first = (text: string) => datesIn(fold(text))[0];

describe('dates', () => {
  it.each([
    ['Guadalupe, N.L., a 14 de marzo de 1987', '1987-03-14'],
    ['a los catorce días del mes de marzo de mil novecientos ochenta y siete', '1987-03-14'],
    ['Monterrey, N. L., Marzo 14 de 1987', '1987-03-14'],
    ['a 14-catorce de julio del año 2021-dos mil veintiuno', '2021-07-14'],
    ['celebrada el día 14-CATORCE DEL MES DE JULIO DEL AÑO 2021-DOS MIL VEINTIUNO', '2021-07-14'],
    [
      'siendo las doce horas con trece minutos, del día quince de noviembre del dos mil dieciocho',
      '2018-11-15',
    ],
    ['15-dic-21', '2021-12-15'],
    ['RECIBIDO 14 MAR. 1987', '1987-03-14'],
    ['14-III-87', '1987-03-14'],
    ['14/03/87', '1987-03-14'],
    ['a 1o. de septiembre de 1,994', '1994-09-01'],
    ['a 3 de Setiembre de 1968', '1968-09-03'],
    ['a los veintiún días del mes de agosto de dos mil tres', '2003-08-21'],
    ['el día treinta y uno de diciembre de mil novecientos noventa y nueve', '1999-12-31'],
    ['a los cat0rce días del mes de marzo de mil novecientos ochenta y slete', '1987-03-14'],
    ['a los 14 (catorce) días del mes de marzo de 2026 (dos mil veintiséis)', '2026-03-14'],
    ['15 quince de agosto de 2009 dos mil nueve', '2009-08-15'],
    ['a l4 de rnarzo de l987', '1987-03-14'],
    ["a 14 de marzo de '87", '1987-03-14'],
    ['a 14de marzo de1987', '1987-03-14'],
    // Machines without brackets.
    ['a 12 /doce/ de junio de 1986 /mil nove-\ncientos ochenta y seis/.', '1986-06-12'],
    ['trece de ¿junio del año de mil novecientos treinta y nueve', '1939-06-13'],
    ['a5 de" Septiembre de 1994.', '1994-09-05'],
    ['23-1X-43', '1943-09-23'],
    ['a primero de mayo de mil novecientos ochentaicinco', '1985-05-01'],
    ['a 9 de marzo de 938', '1938-03-09'],
    ['22 de NOVIEMBRE de 2.023', '2023-11-22'],
  ])('reads %s', (text, iso) => {
    expect(first(text)?.iso).toBe(iso);
  });

  it.each([
    ['a 30 de febrero de 1990', 'impossible-date'],
    ['a 14-quince de julio de 2021-dos mil veintiuno', 'digits-and-words-disagree'],
    ['a 14 de julio de 2021-dos mil veinte', 'digits-and-words-disagree'],
    ['el 14 de julio del presente año', 'relative-date'],
    ['el 14 de julio a las diez horas', 'no-year'],
    ['a los once días de agosto de mil novecientos setenta y dqxs', 'no-year'],
  ])('says why %s is no date', (text, problem) => {
    expect(first(text)).toMatchObject({ iso: null, problem });
  });

  it.each([
    'SA/14/03/87',
    '1/1/1/1/1987',
    '2025, Año de la Mujer',
    '4021-01196-0-2023',
    'Av. 5 de Mayo No. 312',
  ])('finds no day in %s', (text) => {
    expect(datesIn(fold(text)).filter((date) => date.iso !== null)).toEqual([]);
  });

  it('gives the place of the date in the text', () => {
    const text = 'Oficio 87 del 14 de marzo de 1987, foja 12';
    const date = first(text)!;
    expect(text.slice(date.start, date.end)).toBe('14 de marzo de 1987');
  });

  it('joins a word broken at the end of its line', () => {
    expect(first('nueve de marzo de mil novecien-\ntos cuarenta y cinco')?.iso).toBe('1945-03-09');
  });
});
