import { describe, expect, it } from 'vitest';
import { numeroParts } from '../../../src/extraction/numbers/numero-parts.ts';
import { inCenturyOf } from '../../../src/extraction/numbers/numero-year.ts';
import { readingOf } from '../../../src/extraction/text/reading.ts';
import { numeroOficio } from '../../../src/fields/every-paper/numero-oficio.ts';
import { typedPage } from '../../extraction/support/typed-page.ts';

const read = (line: string) => numeroOficio.read(readingOf([typedPage(line)]), () => null);

describe('número de oficio', () => {
  it('doubts whether a series is I or 1, and says both', () => {
    const field = read('OFICIO NUM. 1-57/VII/86');
    expect(field.value).toMatchObject({ raw: '1-57/VII/86', key: 'I|57|VII|86' });
    expect(field.alternative?.key).toBe('1|57|VII|86');
    expect(field.confidence).toBeLessThan(0.9);
    expect(read('OFICIO NUM. I-57/VII/86').alternative).toBeUndefined();
  });

  it.each(['ENTRADA Nº 345', 'RECIBIDO No. 345'])('is not what a desk counted: %s', (line) => {
    expect(read(line).value).toBeNull();
  });

  it.each([
    ['Oficio Núm.: SA/123/1987', 'SA/123/1987', 'SA|123|1987'],
    ['NO. DE OFICIO: DOPYJ/002/2022', 'DOPYJ/002/2022', 'DOPYJ|2|2022'],
    ['OFICIO No. 0123/87', '0123/87', '123|87'],
    ['Núm. de Oficio 45-A/1991', '45-A/1991', '45|A|1991'],
    ['Of. Nº SEDUE - 14 / 95', 'SEDUE - 14 / 95', 'SEDUE|14|95'],
    ['OFICIO NUM 1.6.30.1.6/008/2022', '1.6.30.1.6/008/2022', '1|6|30|1|6|8|2022'],
    ['Memorándum Nº OE /030/2021', 'OE /030/2021', 'OE|30|2021'],
    ['CIRCULAR N.002', '002', '2'],
    ['OFICIO CIRCULAR No. 7/88', '7/88', '7|88'],
    ['OFICIO N0. TM-0012/2022', 'TM-0012/2022', 'TM|12|2022'],
    ['OFICIO: TRANSP2022/0006', 'TRANSP2022/0006', 'TRANSP2022|6'],
    ['OFIClO NUM.......345 Bis', '345 Bis', '345|BIS'],
    ['0FICIO NÚM.: SA/l23/l987', 'SA/l23/l987', 'SA|123|1987'],
    ['OFICIO NUM. SA/123/19 87', 'SA/123/19 87', 'SA|123|19 87'.replace('19 87', '19|87')],
    ['Of. No. 1873/76', '1873/76', '1873|76'],
    ['Núm. 2033 Bis', '2033 Bis', '2033|BIS'],
    ['CIRCULAR N% TM/39/1969', 'TM/39/1969', 'TM|39|1969'],
    ['Memorándum N?" 400-37-00-01-1996-1554', '400-37-00-01-1996-1554', '400|37|0|1|1996|1554'],
    ['Nún. 801/ECO/2001', '801/ECO/2001', '801|ECO|2001'],
    ['Oficio Núm. 1,204', '1,204', '1204'],
    ['OFICIO NUM. 412. EXPEDIENTE 7/131', '412', '412'],
    ['MEMORANDUM No. $S/985/2010', '$S/985/2010', 'SS|985|2010'],
  ])('reads %s', (line, raw, key) => {
    expect(read(line).value).toMatchObject({ raw, key });
  });

  it.each([
    'En el ejercicio oficial de sus funciones',
    'En contestación a su atento oficio núm. 2214/52',
    'REF: SU OFICIO NUM. 33/87',
    'mediante Oficio No. 44/1990 se informó',
    'oficio núm. 456/87 de fecha 2 de marzo',
    'UBICACIÓN: CALLE NIÑOS HÉROES No. 1775',
    'OFICIALIA MAYOR 1987',
  ])('takes no own number from: %s', (line) => {
    expect(read(line).value).toBeNull();
  });

  it('says that the paper itself carries none', () => {
    expect(read('OFICIO NUM.: S/N')).toMatchObject({
      value: null,
      reason: 'without-number',
      raw: 'S/N',
      confidence: 0,
    });
  });

  it.each([
    ['SGPARN.02.IRA.4084/21', 4084, 2021],
    ['TRANSP2022/0006', 6, 2022],
    ['V.511.DGDUSV.0183.2022', 183, 2022],
    ['REG.5-022/2022', 22, 2022],
    ['STSCMAPS/2022/SG-027', 27, 2022],
    ['SAA-037', 37, null],
    ['2033 Bis', 2033, null],
    ['214/966', 214, 1966],
    ['DG/6000/146/2022', 146, 2022],
    ['400-68-00-00-01-2022-0396', 396, 2022],
    ['046/DIOP/2022', 46, 2022],
    ['0020 / REG6-AP /2022', 20, 2022],
    ['00405/022/01/2022', 1, 2022],
    ['006/2122', 2122, null],
    ['12-A', 12, null],
  ])('takes %s apart', (raw, consecutivo, anio) => {
    expect(numeroParts(raw, null)).toMatchObject({ consecutivo, anio });
  });

  it('reads a nought among letters as an O, and leaves numbers with letters alone', () => {
    expect(numeroParts('418/EC0/2005', null)).toMatchObject({ siglas: 'ECO', consecutivo: 418, anio: 2005 });
    expect(numeroParts('SPC/0S.191.DIR.191/07', null)).toMatchObject({ siglas: 'SPC/OS/DIR' });
    expect(numeroParts('120-C/1965', null).key).toBe('120|C|1965');
  });

  it('gives the same key whatever separates the parts', () => {
    const keys = ['SA/0123/1987', 'SA-123-1987', 'sa 123 1987'].map((raw) => numeroParts(raw, null).key);
    expect(new Set(keys)).toEqual(new Set(['SA|123|1987']));
  });
});

describe('the year of a number', () => {
  const dated = (date: string | null) => inCenturyOf(read('OFICIO NUM. 1-12/X/32'), date);

  it.each([
    ['1932-10-04', 1932],
    ['2032-10-04', 2032],
    ['1933-01-04', 2032],
    [null, 2032],
  ])('of a paper of %s is %d', (date, anio) => {
    expect(dated(date)).toMatchObject({ value: { anio }, alternative: { anio } });
  });

  it('stays where it has four digits, and where there is no number', () => {
    expect(inCenturyOf(read('OFICIO NUM. SA/12/2032'), '1932-10-04').value?.anio).toBe(2032);
    expect(inCenturyOf(read('OFICIO NUM.: S/N'), '1932-10-04').value).toBeNull();
  });
});
