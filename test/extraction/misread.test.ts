// What worn ribbons and carbon copies leave, as OCR read it on generated pages.
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/extraction/dates/dates.ts';
import { placeBefore } from '../../src/extraction/offices/places.ts';
import { flowOf } from '../../src/extraction/text/flow.ts';
import { fold } from '../../src/extraction/text/fold.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import { letter } from './support/letter.ts';
import { typedPage } from './support/typed-page.ts';

describe('dates with a letter wrong', () => {
  it.each([
    ['a 6 de diciembre d"e 1947', '1947-12-06'],
    ['a 22 de setiembre de1 año 2001', '2001-09-22'],
    ["a 25'de diciembre del 2007", '2007-12-25'],
    ['a lo. de mayo de 1935', '1935-05-01'],
    ['a lo de febrero del 1931', '1931-02-01'],
    ["a'10 de septiembre de 1,994", '1994-09-10'],
    ['a los tres: días del .mes/ de mayo de mil novecientos setenta y tres', '1973-05-03'],
    ['a los: veinticinco días del mes de agosto del-año de mil novecientos setenta y tres', '1973-08-25'],
    ['a 16 de uoviembr"e de 1984', '1984-11-16'],
    ['a 25 (veinticinco) de sepfiemre de 2008', '2008-09-25'],
    ['a 8 (ocho) de juli de 1992', '1992-07-08'],
    ['a 15 de mayo oe 1987', '1987-05-15'],
    ['7 de septiembre de 19%66', '1966-09-07'],
    ['11 Conce) de octubre de 1931 (mil novecientos treinta y uno)', '1931-10-11'],
    ['trece de noviembre de 19n2 (mil uovecientos setenta y dos)', '1972-11-13'],
    ['1 de enero de 1990', '1990-01-01'],
    ['1% de Noviembre de 1981', '1981-11-01'],
    ['a los dos días del mes de mayo de mil novecientos: sesenta y siete', '1967-05-02'],
    ['a 12 de julio de 7971', '1971-07-12'],
    ['a 7 de maye de 1953', '1953-05-07'],
    ['18-4BR-1988', '1988-04-18'],
    ['trece de mayo de mil novecientos treinta y nno', '1931-05-13'],
    ['trece de mayo de mil novecientos treinta y~ seis', '1936-05-13'],
    ['trece de mayo de mil noveclentos sesenta yy ocho', '1968-05-13'],
    ['trece de mayo de dos mmil siete', '2007-05-13'],
    ['28 (veintiocho) de octubre de 2001 (dos mil unc)', '2001-10-28'],
    ['a los dos clías del mes de mayo de 1950', '1950-05-02'],
    ['el 24 de febrero de 19660', '1960-02-24'],
    ['al 1* de agosto de 1961', '1961-08-01'],
    ['a 12:de noviembre de 1,969', '1969-11-12'],
    ['el día 28: de Febrero-de 1966', '1966-02-28'],
    ['a los seis días del mes: de octubre de dos mil nueve', '2009-10-06'],
  ])('%s', (text, iso) => {
    expect(datesIn(fold(text)).map((date) => date.iso)).toEqual([iso]);
  });

  it.each([
    ['a 27 de juio de 1973', 'juio may be junio or julio'],
    ['a 3 de caballo de 1973', 'no month'],
    ['dos de mayo de mil novecientos. sesenta y siete', 'a year that a dot breaks'],
    ['trece de mayo de mil novecientos sesenta q ocho', 'a unit behind something'],
    ['el 24 de febrero de 19966', 'two digits of which one is too many'],
    ['a 5% de junio de 1936', 'two digits of which one cannot be read'],
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
    ['Linares, N. Le, a ', 'Nuevo León'],
    ['Linares, Nuevo León,” a ', 'Nuevo León'],
    ['en la de Linares, Nuevo León, a ', 'Nuevo León'],
    ['Cd. Guadalupe, N. TL., a ', 'Nuevo León'],
    ['Guadalupe, N.L., a ?', 'Nuevo León'],
    ['Xa1apa, Veracruz, a ios ', 'Veracruz'],
    ['Parral, Chihe, a ', 'Chihuahua'],
    ['Valles, S. Le P., a ', 'San Luis Potosí'],
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

describe('labels with a letter wrong', () => {
  it.each([
    ['NUM. DE OF"ICIO 1391', '1391'],
    ['NUERO DEL OFICIO 2914', '2914'],
    ['Oficio mimero: 363.22/0078/83', '363|22|78|83'],
    ['Oficio númcro: 779.6/0791/95', '779|6|791|95'],
    ['OFICIO NUM. OM/24*/1972', 'OM|24|1972'],
    ['OFICIO HO. PC-0598/1992', 'PC|598|1992'],
    ['OFICIO MUM.: DOP-2124/1982', 'DOP|2124|1982'],
    ['OFICIO MUM.:     DOP-2124/1982', 'DOP|2124|1982'],
    ['OFICIO NUM. LC~0355/1971', 'LC|355|1971'],
    ["OFICIO NUM. 023/19'70", '23|1970'],
    ['OFICIO NUM. 1198 8is', '1198|BIS'],
    ['NUMERO DE FICIO 961', '961'],
    ['No. de Ofcio: 0-2140/1997', '0|2140|1997'],
    ['OFICIO NUMn OM/9/1940', 'OM|9|1940'],
    ['OFICIO: 1316/DGDUV/19.89', '1316|DGDUV|1989'],
    ['OFICIO: SA/4B6/1987', 'SA|486|1987'],
    ['OFICIO No. 1-1075/X1/97', 'I|1075|XI|97'],
    ['OFICIO No. I-525/1/52', 'I|525|I|52'],
    ['OFICIO No. 1-525/12/52', '1|525|12|52'],
    ['MEMORANDUM Ne 2242/83', '2242|83'],
    ['OFICIO NUM.     DE-2245/82', 'DE|2245|82'],
    ['OFICIO NUM. DDU=2358/1989', 'DDU|2358|1989'],
  ])('%s', (label, key) => {
    const { numeroOficio } = extract([typedPage(letter(label))]);
    expect(numeroOficio.value?.key).toBe(key);
    // Both readings are kept.
    expect(label).toContain(numeroOficio.raw);
    expect(label).toContain(numeroOficio.value!.raw);
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
    ['ACT4 NUM. 12', 'ACTA_CABILDO'],
  ])('%s', (title, tipo) => {
    const text = `R. AYUNTAMIENTO DE LINARES\n\n${' '.repeat(20)}${title}\n\nSe hace saber lo que sigue a quien corresponda.`;
    expect(extract([typedPage(text)]).tipoDocumental.value).toBe(tipo);
  });
});

describe('justified print that fell apart', () => {
  it('leaves no number of a house for one of an oficio', () => {
    const { numeroOficio } = extract([typedPage('\nGACETA MUNICIPAL\n\nCalle   Carranza   No.   757,')]);
    expect(numeroOficio.value).toBeNull();
  });
});

describe('the first of the month', () => {
  it('may be the tenth where its letters were read', () => {
    const { fechaDocumento } = extract([typedPage('Linares, Nuevo León, a lo. de mayo de 1935')]);
    expect(fechaDocumento).toMatchObject({ value: '1935-05-01', alternative: '1935-05-10' });
    expect(fechaDocumento.confidence).toBeLessThan(0.9);
  });

  it('looks like the nineteenth, unless words tell', () => {
    const dated = (date: string) =>
      extract([typedPage(letter('OFICIO 12').replace('a 14 de marzo de 1987', date))]).fechaDocumento;
    expect(dated('a 19 de enero de 1963')).toMatchObject({ value: '1963-01-19', alternative: '1963-01-01' });
    expect(dated('a 19 de enero de 1963').confidence).toBeLessThan(0.9);
    expect(dated('a 1% de enero de 1963')).toMatchObject({ value: '1963-01-01' });
    expect(dated('a 10. de enero de 1963')).toMatchObject({ value: '1963-01-01', alternative: '1963-01-10' });
    expect(dated('a 10 de enero de 1963').value).toBe('1963-01-10');
    expect(dated('a 1% de enero de 1963').confidence).toBeLessThan(0.9);
    expect(dated('a 19 (diecinueve) de enero de 1963').confidence).toBeGreaterThan(0.9);
  });
});

describe('files of which a letter may be a digit', () => {
  it.each([
    ['70.9', '7C.9'],
    ['125.3/2011', '12S.3/2011'],
    ['12/45B', '12/458'],
  ])('%s may be %s', (code, alternative) => {
    const { expedienteCitado } = extract([typedPage(letter(`EXPEDIENTE: ${code}`))]);
    expect(expedienteCitado).toMatchObject({ value: code, raw: code, alternative });
    expect(expedienteCitado.confidence).toBeLessThan(0.9);
  });

  it.each([
    ['10.4/1992/70', '1C.4/1992/70'],
    ['125.3/2011/7', '12S.3/2011/7'],
    ['3G.12/1969/60', '3C.12/1969/60'],
    ['9C.3/1963/B8', '9C.3/1963/88'],
    ['5C.471970/63', '5C.4/1970/63'],
  ])('%s is a whole code of the classification', (code, value) => {
    const { expedienteCitado } = extract([typedPage(letter(`EXPEDIENTE: ${code}`))]);
    expect(expedienteCitado).toMatchObject({ value, raw: code, alternative: code });
    expect(expedienteCitado.confidence).toBeLessThan(0.9);
  });

  it('50-0/87 is of section C: no file is counted as 0', () => {
    const { expedienteCitado } = extract([typedPage(letter('EXPEDIENTE: 50-0/87'))]);
    expect(expedienteCitado).toMatchObject({ value: '50-C/87', raw: '50-0/87', alternative: '50-0/87' });
  });

  it.each([
    ['36-07:-075', '36-07-075'],
    ['14=181=004', '14-181-004'],
    ['7-5/319.:9/56', '7-5/319.9/56'],
    ['1C,10/1983/42', '1C.10/1983/42'],
    ['LIC-538/I959', 'LIC-538/1959'],
  ])('%s has a speck', (typed, code) => {
    const { expedienteCitado } = extract([typedPage(letter(`EXP. NUM.:    ${typed}`))]);
    expect(expedienteCitado).toMatchObject({ value: code, raw: typed });
  });

  it.each(['7C.9', '10/1950', '131.5/47', '2/101 "44"/7', '2.380(16)/31', '45-B'])(
    '%s is what it says',
    (code) => {
      const { expedienteCitado } = extract([typedPage(letter(`EXPEDIENTE: ${code}`))]);
      expect(expedienteCitado.value).toBe(code);
      expect(expedienteCitado.alternative).toBeUndefined();
      expect(expedienteCitado.confidence).toBeGreaterThan(0.9);
    },
  );
});

describe('a date without its year', () => {
  it('is one of which words of the year were lost: `mil novecientos`', () => {
    const { fechaDocumento } = extract([
      typedPage('Linares, Nuevo León, a los ocho días del mes de noviembre de mil novecientos'),
    ]);
    expect(fechaDocumento.value).toBeNull();
  });

  it('does not stand over a whole date', () => {
    const text = letter(
      'FECHA: 08-VIII-59',
      'Se notifica a usted que el 4 de mayo a las diez horas se hará la visita.',
    ).replace('Linares, N.L., a 14 de marzo de 1987', '');
    const { fechaDocumento } = extract([typedPage(text)]);
    expect(fechaDocumento.value).toBe('1959-08-08');
  });

  it('in a list of streets names no place', () => {
    const text = letter('OFICIO 12', 'en las calles de Juárez, Guerrero y Cinco de Mayo');
    expect(extract([typedPage(text)]).lugar.value?.municipio).toBe('Linares');
  });
});
