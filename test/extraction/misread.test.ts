// What worn ribbons and carbon copies leave, as OCR read it on generated pages.
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/extraction/dates.ts';
import { flowOf } from '../../src/extraction/flow.ts';
import { fold } from '../../src/extraction/fold.ts';
import { placeBefore } from '../../src/extraction/places.ts';
import { extract } from '../../src/stages/extract.ts';
import { typedPage } from './support/typed-page.ts';

describe('dates with a letter wrong', () => {
  it.each([
    ['a 6 de diciembre d"e 1947', '1947-12-06'],
    ['a 22 de setiembre de1 año 2001', '2001-09-22'],
    ['a 16 de uoviembr"e de 1984', '1984-11-16'],
    ['a 25 (veinticinco) de sepfiemre de 2008', '2008-09-25'],
    ['a 8 (ocho) de juli de 1992', '1992-07-08'],
    ['a 15 de mayo oe 1987', '1987-05-15'],
    ['7 de septiembre de 19%66', '1966-09-07'],
    ['11 Conce) de octubre de 1931 (mil novecientos treinta y uno)', '1931-10-11'],
    ['trece de noviembre de 19n2 (mil uovecientos setenta y dos)', '1972-11-13'],
    ['1 de enero de 1990', '1990-01-01'],
  ])('%s', (text, iso) => {
    expect(datesIn(fold(text)).map((date) => date.iso)).toEqual([iso]);
  });

  it.each([
    ['a 27 de juio de 1973', 'juio may be junio or julio'],
    ['a 3 de caballo de 1973', 'no month'],
    ['a 3 de noviembre de 19n2', 'a year that cannot be read'],
  ])('none in %s: %s', (text) => {
    expect(datesIn(fold(text)).filter((date) => date.iso !== null)).toEqual([]);
  });
});

describe('places with a letter wrong', () => {
  it.each([
    ['Torreón. Coahuila e Zaragoza, a ', 'Coahuila'],
    ['Santa Catarina, Nuev León, a ', 'Nuevo León'],
    ['Chilpancingo; Guerrero, a ', 'Guerrero'],
    ['Matehuala, San Luis Potosf, a ', 'San Luis Potosí'],
    ['15 Querétaro, Qro., a-', 'Querétaro'],
    ['Linares, N.L., s ', 'Nuevo León'],
  ])('%s', (text, entidad) => {
    const page = typedPage(`${text}19 de mayo`);
    const words = page.lines.flatMap((line) => line.words);
    const flow = flowOf(
      words.map((word) => ({ text: word.text, words: [word], box: word.box, page: 1, line: 0 })),
    );
    const place = placeBefore(flow, flow.text.lastIndexOf('19'));
    expect(place?.lugar).toMatchObject({ entidad, municipio: expect.stringMatching(/^\p{Lu}\p{Ll}/u) });
  });
});

const letter = (label: string, rest = '') => `
DIRECCION JURIDICA
                                   ${label}
                 Linares, N.L., a 14 de marzo de 1987
C. EVA TOVAR SILLER
DIRECTORA JURIDICA
P R E S E N T E .
     Me permito enviar lo solicitado por usted.
${rest}`;

describe('labels with a letter wrong', () => {
  it.each([
    ['NUM. DE OF"ICIO 1391', '1391'],
    ['NUERO DEL OFICIO 2914', '2914'],
    ['NUMERO DE FICIO 961', '961'],
    ['No. de Ofcio: 0-2140/1997', '0|2140|1997'],
    ['OFICIO NUMn OM/9/1940', 'OM|9|1940'],
    ['OFICIO: 1316/DGDUV/19.89', '1316|DGDUV|1989'],
    ['OFICIO: SA/4B6/1987', 'SA|486|1987'],
    ['OFICIO No. 1-1075/X1/97', '1|1075|XI|97'],
  ])('%s', (label, key) => {
    const { numeroOficio } = extract([typedPage(letter(label))]);
    expect(numeroOficio.value?.key).toBe(key);
    // Both readings are kept.
    expect(label).toContain(numeroOficio.raw);
  });

  it.each([['OFICIAL MAYOR 3'], ['OFICINA 12'], ['SERVICIO 44']])('%s is none', (label) => {
    expect(extract([typedPage(letter(label))]).numeroOficio.value).toBeNull();
  });
});

describe('kinds with a letter wrong', () => {
  it.each([
    ['CITATORTIO', 'NOTIFICACION'],
    ['D I T A M E N', 'DICTAMEN'],
    ['LICFNCIA DE FUNCIONAMIENTO', 'LICENCIA'],
  ])('%s', (title, tipo) => {
    const text = `R. AYUNTAMIENTO DE LINARES\n\n${' '.repeat(20)}${title}\n\nSe hace saber lo que sigue a quien corresponda.`;
    expect(extract([typedPage(text)]).tipoDocumental.value).toBe(tipo);
  });
});

describe('signatures', () => {
  it('of who approves is not of who sends', () => {
    const { remitente } = extract([
      typedPage(
        letter(
          'OFICIO S/N',
          `
                              ATENTAMENTE
                                              Vo. Bo.
   ING. RAUL UGARTE LEAL              LIC. MARIO SILLER TOVAR
   DIRECTOR DE ECOLOGIA               PRESIDENTE MUNICIPAL
`,
        ),
      ),
    ]);
    expect(remitente.value).toEqual({
      titulo: 'ING.',
      nombre: 'RAUL UGARTE LEAL',
      cargo: 'DIRECTOR DE ECOLOGIA',
    });
  });

  it('end where misread copies begin', () => {
    const text = letter(
      'OFICIO S/N',
      '\n      ATENTAMENTE\n\n\n      ING RAUL UGARTE LEAL\n      SINDICO SEGUNDO\ne.C.p.- C. Tesorero Municipal.',
    );
    expect(extract([typedPage(text)]).remitente.value).toEqual({
      titulo: 'ING',
      nombre: 'RAUL UGARTE LEAL',
      cargo: 'SINDICO SEGUNDO',
    });
  });
});
