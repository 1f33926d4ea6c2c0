import { describe, expect, it } from 'vitest';
import { extract } from '../../../../src/flow/steps/extract.ts';
import { typedPage } from '../../../extraction/support/typed-page.ts';

/** A letter with these lines at its left, beside its number. */
const letter = (...left: string[]) => {
  const right = ['OFICIO NUM. TM/45/1987', 'EXPEDIENTE: 12/87', 'ASUNTO: Se remite informe.', '', ''];
  const rows = right.map((row, at) => `  ${(left[at] ?? '').padEnd(44)}${row}`);
  return `
  TESORERIA MUNICIPAL

${rows.join('\n')}

                        Linares, N. L., a 14 de marzo de 1987.

  C. LIC. EVA TOVAR SILLER
  DIRECTORA JURIDICA
  P R E S E N T E .

       Me permito enviar lo solicitado por usted en la reunión pasada, y
  aprovecho la ocasión para enviarle un cordial saludo.

                         A T E N T A M E N T E
                         EL TESORERO MUNICIPAL

                         C.P. RAUL UGARTE LEAL
`;
};

const folio = (...left: string[]) => extract([typedPage(letter(...left))]).folioDeEntrada;

describe('a folio that a line names', () => {
  it.each([
    ['Folio de entrada: 4521', '4521'],
    ['FOLIO DE ENTRADA No. 04521', '04521'],
    ['No. de entrada 123/87', '123/87'],
    ['NUMERO DE ENTRADA: 77', '77'],
    ['ENTRADA Nº 345', '345'],
    ['ENTRADA- No. 345', '345'],
    ['Entrada: 345', '345'],
    ['FOLIO DE RECEPCION OP/1234/2019', 'OP/1234/2019'],
    ['FOLIO DE OFICIALIA DE PARTES: E-345', 'E-345'],
    ['F0LI0 DE ENTRAOA: 4521', '4521'],
    ['FOLlO DE ENTRADA: 4521 HORA 11:30', '4521'],
    ['Folio de entrada: 45B1', '4581'],
  ])('%s', (line, value) => {
    expect(folio(line)?.value).toBe(value);
  });

  it('is no number of the letter', () => {
    const fields = extract([typedPage(letter('ENTRADA Nº 345').replace('OFICIO NUM. TM/45/1987', ''))]);
    expect(fields.folioDeEntrada?.value).toBe('345');
    expect(fields.numeroOficio.value).toBeNull();
  });

  it('points at its digits', () => {
    const field = folio('Folio de entrada: 4521')!;
    expect(field).toMatchObject({ raw: '4521', from: 'rule', evidence: [{ page: 1 }] });
    expect(field.confidence).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a folio in a stamp of receipt', () => {
  it.each([
    ['OFICIALIA DE PARTES|R E C I B I D O|18 MAR. 1987|FOLIO 01234', '01234'],
    ['RECIBIDO|18 MAR. 1987|FOLIO: 1234|OFICIALIA DE PARTES', '1234'],
    ['RECIBIDO FOLIO 1234|18 MAR. 1987', '1234'],
    ['Oficialía de Partes|Folio: 4521|Recibido: 18/03/1987', '4521'],
    ['RECIBIDO|18 MAR. 1987|Reg. 0345', '0345'],
    ['RECIBIDO|18 MAR. 1987|REGISTRO No. 345', '345'],
    ['RFCIBIDO|18 MAR. 1987|FOL1O 01234', '01234'],
    ['RECIBID0|18 MAR. 1987|POLIO 01234', '01234'],
    ['ENTRADA|18 MAR. 1987|FOLIO 1234', '1234'],
  ])('%s', (lines, value) => {
    const fields = extract([typedPage(letter(...lines.split('|')))]);
    expect(fields.folioDeEntrada?.value).toBe(value);
    expect(fields.numeroOficio.value?.key).toBe('TM|45|1987');
    expect(fields.fechaDocumento.value).toBe('1987-03-14');
  });

  it('whose first sign may be a letter says both, and is doubtful', () => {
    expect(folio('RECIBIDO', '18 MAR. 1987', 'FOLIO O1234')).toMatchObject({
      value: '01234',
      alternative: 'O1234',
    });
    expect(folio('RECIBIDO', '18 MAR. 1987', 'FOLIO O1234')!.confidence).toBeLessThan(0.9);
  });

  it('on another page is doubtful: it may be that of an annex', () => {
    const back = typedPage('  RECIBIDO\n  18 MAR. 1987\n  FOLIO 1234', { number: 2 });
    const field = extract([typedPage(letter()), back]).folioDeEntrada!;
    expect(field).toMatchObject({ value: '1234', evidence: [{ page: 2 }] });
    expect(field.confidence).toBeLessThan(0.9);
  });
});

describe('no folio of entry is', () => {
  it.each([
    ['a number of leaves', 'RECIBIDO|18 MAR. 1987|12 FOJAS'],
    ['a leaf of a book', 'RECIBIDO|18 MAR. 1987|FOLIO 12 DEL LIBRO 3'],
    ['a leaf, outside of any stamp', 'FOLIO 12'],
    ['the back of a leaf', 'RECIBIDO|18 MAR. 1987|FOLIO 12 VTA.'],
    ['several leaves', 'RECIBIDO|18 MAR. 1987|FOLIOS 12 AL 20'],
    ['an estate', 'RECIBIDO|18 MAR. 1987|FOLIO REAL 12345'],
    ['what was sent out', 'DESPACHADO|18 MAR. 1987|FOLIO 01234'],
    ['what was sent out, named', 'FOLIO DE SALIDA: 01234'],
    ['a day', 'ENTRADA: 18 DE MARZO DE 1987'],
    ['an hour', 'ENTRADA: 11:30 HRS'],
    ['a register of taxpayers', 'RECIBIDO|18 MAR. 1987|REG. FED. DE CONT. UELR-450312'],
    ['a number of an office', 'RECIBIDO|18 MAR. 1987|REG.8/014/2022'],
    ['an empty place', 'RECIBIDO|18 MAR. 1987|FOLIO ________'],
    ['the number of another paper', 'REF:      Folio de entrada 4521'],
  ])('%s', (_, lines) => {
    expect(folio(...lines.split('|'))).toBeUndefined();
  });

  it('what a sentence says', () => {
    const text = letter()
      .replace(
        'Me permito enviar lo solicitado por usted en la reunión pasada, y',
        'En respuesta al escrito con folio de entrada 4521, que obra a fojas 12',
      )
      .replace(
        'aprovecho la ocasión para enviarle un cordial saludo.',
        'Folio 345 del libro 2 del registro, recibido el 18 de marzo.',
      );
    expect(extract([typedPage(text)]).folioDeEntrada).toBeUndefined();
  });

  it('the number of a form', () => {
    const form = typedPage(
      '  LICENCIA DE FUNCIONAMIENTO\n\n  FOLIO: 00871\n\n  RECIBIDO\n\n  GIRO: Abarrotes',
    );
    expect(extract([form])).toMatchObject({ numeroOficio: { value: { key: '871' } } });
    expect(extract([form]).folioDeEntrada).toBeUndefined();
  });
});
