import { describe, expect, it } from 'vitest';
import { extract } from '../../src/flow/steps/extract.ts';
import type { FieldName, Fields } from '../../src/model/document.ts';
import { typedPage } from '../extraction/support/typed-page.ts';

const LETTER = `
R. AYUNTAMIENTO DE LINARES, NUEVO LEON     DEPENDENCIA: TESORERIA MUNICIPAL
                                           SECCION: INGRESOS
                                           MESA: SEGUNDA
     R E C I B I D O                       OFICIO NUM.: TM/45/1987
       18 MAR. 1987                        EXPEDIENTE: 12/87
       11:30 HRS
     OFICIALIA DE PARTES

                        Linares, N. L., a 14 de marzo de 1987.

C. LIC. EVA TOVAR SILLER
DIRECTORA JURIDICA
P R E S E N T E .

     En contestación a su atento oficio número DJ/0123/87, de fecha 3
de marzo de 1987, y en alcance al similar TM/40/1987, le informo que el
recibo 4411 obra en el expediente 33/86.

                         A T E N T A M E N T E
                         EL TESORERO MUNICIPAL

                         C.P. RAUL UGARTE LEAL

c.c.p. Lic. Mario Tovar Siller, Síndico Primero.- Para su conocimiento.
c.c.p. C. Presidente Municipal.- Mismo fin.
       Archivo.
RUL/mts*
`;

const further = (...pages: string[]): Fields =>
  extract(pages.map((text, i) => typedPage(text, { number: i + 1 })));
const said = <Name extends FieldName>(name: Name, ...pages: string[]) => further(...pages)[name]?.value;

describe('a letter', () => {
  const fields = further(LETTER);

  it('names its sección and its mesa', () => {
    expect(fields.seccionEmisora?.value).toBe('INGRESOS');
    expect(fields.mesaEmisora?.value).toBe('SEGUNDA');
  });

  it('cites the numbers of others and never its own', () => {
    expect(fields.numeroOficio.value?.key).toBe('TM|45|1987');
    expect(fields.oficiosCitados?.value).toMatchObject([
      { key: 'DJ|123|87', fecha: '1987-03-03', raw: 'DJ/0123/87' },
      { key: 'TM|40|1987', fecha: null },
    ]);
    const boxes = fields.oficiosCitados!.value!.map(({ evidence }) => evidence[0]!.box.y);
    expect(boxes[0]).toBeLessThan(boxes[1]!);
  });

  it('has its own date apart from the day of its stamp', () => {
    expect(fields.fechaDocumento.value).toBe('1987-03-14');
    expect(fields.sellos?.value).toMatchObject([{ tipo: 'RECIBIDO', fecha: '1987-03-18', hora: '11:30' }]);
  });

  it('says to whom copies went, and who signed and typed', () => {
    expect(fields.ccp?.value).toMatchObject([
      {
        titulo: 'Lic.',
        nombre: 'Mario Tovar Siller',
        cargo: 'Síndico Primero',
        proposito: 'Para su conocimiento',
      },
      { nombre: null, cargo: 'Presidente Municipal', proposito: 'Mismo fin' },
      { nombre: null, cargo: 'Archivo', proposito: null },
    ]);
    expect(fields.rubrica?.value).toEqual({ raw: 'RUL/mts*', firma: 'RUL', captura: 'mts' });
  });

  it('states nothing that it does not', () => {
    for (const name of ['sesionHora', 'titular', 'partes', 'fojasDeclaradas'] as const)
      expect(fields[name]).toBeUndefined();
  });
});

describe('minutes', () => {
  const ACTA = `
                    ACTA NUM. 14/1994
              SESION EXTRAORDINARIA DE CABILDO

En la Ciudad de Linares, Nuevo León, siendo las dieciocho horas con trein-
ta y cinco minutos del día tres de mayo de mil novecientos noventa y
cuatro, reunidos en el Recinto Oficial los integrantes del Ayuntamiento.
Se encuentran presentes 9 (nueve) integrantes, por lo que hay quórum.
Se dio lectura al oficio 33/94 del 2 de mayo de 1994.
Se levantó la sesión a las veinte horas.
`;
  it('have number, kind, hour and attendance', () => {
    expect(further(ACTA)).toMatchObject({
      sesionNumero: { value: 14 },
      sesionTipo: { value: 'EXTRAORDINARIA' },
      sesionHora: { value: '18:35' },
      asistentes: { value: 9 },
      oficiosCitados: { value: [{ key: '33|94', fecha: '1994-05-02' }] },
    });
  });

  it('whose digits and words differ say neither', () => {
    expect(further(ACTA.replace('9 (nueve)', '9 (siete)')).asistentes).toMatchObject({
      value: null,
      reason: 'digits-and-words-disagree',
    });
  });

  it('without an hour say that it was not read', () => {
    expect(further(ACTA.replace(/siendo las .*\n.*minutos/, 'presentes')).sesionHora).toMatchObject({
      value: null,
      reason: 'not-found',
    });
  });
});

describe('a licence', () => {
  const LICENCIA = `
              R. AYUNTAMIENTO DE LINARES, NUEVO LEON
                    TESORERIA MUNICIPAL
                 LICENCIA DE FUNCIONAMIENTO
                                        FOLIO: 00871

NOMBRE DEL TITULAR:   C. HILARIO SILLER UGARTE
GIRO:                 Abarrotes con venta de
                      cerveza
UBICACIÓN:            Hidalgo No. 312, Centro
VIGENCIA:             Del 1 de enero de 1994 al 31 de diciembre de 1994

Deberá colocarse en lugar visible del establecimiento que la ampara.

              Linares, N.L., a 12 de enero de 1994
`;
  it('has holder, trade, place and term', () => {
    expect(further(LICENCIA)).toMatchObject({
      numeroOficio: { value: { key: '871' } },
      titular: { value: 'HILARIO SILLER UGARTE' },
      objeto: { value: 'Abarrotes con venta de cerveza' },
      domicilio: { value: 'Hidalgo No. 312, Centro' },
      vigencia: { value: { desde: '1994-01-01', hasta: '1994-12-31' } },
    });
  });

  it('whose rows are empty says that they were not read', () => {
    const empty = further(LICENCIA.replace(/GIRO: .*\n.*cerveza/, ''));
    expect(empty.objeto).toMatchObject({ value: null, reason: 'not-found' });
  });
});

describe('proofs and agreements', () => {
  it('a constancia names whom it speaks of', () => {
    const text = `
                         CONSTANCIA
El suscrito hace constar que la C. María del Refugio Tovar viuda de
Siller es vecina de esta población, a los tres días del mes de mayo de
mil novecientos noventa.
`;
    expect(said('beneficiario', text)).toBe('María del Refugio Tovar viuda de Siller');
  });

  it.each([
    ['constante de 21 (veintiuna) fojas útiles', 21],
    ['que consta de tres fojas', 3],
    ['constante de 7 fojas útiles', 7],
  ])('%s', (words, count) => {
    expect(said('fojasDeclaradas', `CERTIFICACIÓN\n\nCERTIFICO: que la copia ${words} es fiel.`)).toBe(count);
  });

  it('a count that contradicts itself is none', () => {
    const { fojasDeclaradas } = further('CERTIFICACIÓN\n\nCERTIFICO: constante de 21 (doce) fojas útiles.');
    expect(fojasDeclaradas).toMatchObject({ value: null, reason: 'digits-and-words-disagree' });
  });

  it('a convenio names its parties, what it calls them, and its term', () => {
    const text = `
CONVENIO DE COLABORACION QUE CELEBRAN POR UNA PARTE EL MUNICIPIO DE LINARES,
NUEVO LEON, REPRESENTADO POR EL C. RAUL LEAL, EN ADELANTE "EL MUNICIPIO", Y
POR LA OTRA, C. EVA SILLER TOVAR, A QUIEN SE LE DENOMINARA "LA SOLICITANTE".

PRIMERA.- La vigencia será del 3 de mayo de 1990 al 3 de mayo de 1991.
`;
    expect(further(text)).toMatchObject({
      partes: {
        value: [
          { nombre: 'MUNICIPIO DE LINARES, NUEVO LEON', calidad: 'EL MUNICIPIO' },
          { nombre: 'EVA SILLER TOVAR', calidad: 'LA SOLICITANTE' },
        ],
      },
      vigencia: { value: { desde: '1990-05-03', hasta: '1991-05-03' } },
    });
  });

  it('an oficio that sends sheets along has not so many itself', () => {
    expect(
      further(LETTER.replace('obra en el expediente 33/86', 'consta de 12 fojas')).fojasDeclaradas,
    ).toBeUndefined();
  });
});
