// People whom worn ribbons, stamps and carbon copies leave half read, as OCR read them on generated pages.
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/flow/steps/extract.ts';
import { letter } from './support/letter.ts';
import { typedPage } from './support/typed-page.ts';

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

  it.each([
    ['RIOL, EVA TOVAR SILLER', 'RIOL.', 'EVA TOVAR SILLER'],
    ['ARO. RAUL UGARTE LEAL', 'ARO.', 'RAUL UGARTE LEAL'],
    ['TNG. RAUL UGARTE LEAL', 'TNG.', 'RAUL UGARTE LEAL'],
    ['TTE EVA TOVAR SILLER', 'TTE', 'EVA TOVAR SILLER'],
    ['L.A.E EVA TOVAR SILLER', 'L.A.E', 'EVA TOVAR SILLER'],
    ['H.V.Z. EVA TOVAR SILLER', 'H.V.Z.', 'EVA TOVAR SILLER'],
    ['ING.- RAUL UGARTE LEAL', 'ING.-', 'RAUL UGARTE LEAL'],
    ['LIC. EVA BOS"QUE SILL3R', 'LIC.', 'EVA BOSQUE SILL3R'],
    ['MeV.Z. EVA TOVAR SILLER', 'MeV.Z.', 'EVA TOVAR SILLER'],
    // A forename cut short is no title.
    ['TEO. GARZA UGARTE', null, 'TEO. GARZA UGARTE'],
  ])('%s', (name, titulo, nombre) => {
    const text = letter('OFICIO S/N', `\n      ATENTAMENTE\n\n\n      ${name}\n      SINDICO SEGUNDO`);
    const { remitente } = extract([typedPage(text)]);
    expect(remitente.value).toEqual({ titulo, nombre, cargo: 'SINDICO SEGUNDO' });
    expect(remitente.raw).toContain(name);
  });

  it.each([['.p. C. Tesorero Municipal.'], ['C.Pp.- C. Tesorero Municipal.'], ['cp.- Archivo.']])(
    'do not swallow the copies of %s',
    (copies) => {
      const foot = `${'\n'.repeat(9)}      ATENTAMENTE\n\n\n      ING. RAUL UGARTE LEAL\n      SINDICO SEGUNDO\n      ${copies}`;
      const { remitente, ccp } = extract([typedPage(letter('OFICIO S/N', foot))]);
      expect(remitente.value?.cargo).toBe('SINDICO SEGUNDO');
      expect(ccp?.value).toHaveLength(1);
    },
  );

  it('of an accountant are not copies', () => {
    const foot = '\n      ATENTAMENTE\n\n\n      C.P. EVA TOVAR SILLER\n      TESORERA MUNICIPAL';
    expect(extract([typedPage(letter('OFICIO S/N', foot))]).remitente.value).toEqual({
      titulo: 'C.P.',
      nombre: 'EVA TOVAR SILLER',
      cargo: 'TESORERA MUNICIPAL',
    });
  });

  it('hold name and post on one line', () => {
    const foot = '\n      ATENTAMENTE\n\n\n      LIC. EVA TOVAR.- DIRECTORA JURIDICA';
    expect(extract([typedPage(letter('OFICIO S/N', foot))]).remitente.value).toEqual({
      titulo: 'LIC.',
      nombre: 'EVA TOVAR',
      cargo: 'DIRECTORA JURIDICA',
    });
  });
});

describe('an addressee under a stamp', () => {
  it('is read on where the stamp breaks the line', () => {
    const text = letter('CIRCULAR NUM. 12').replace(
      'C. EVA TOVAR SILLER\nDIRECTORA JURIDICA\n',
      'A LOS CO        JUECES AUXILIARES DE ESTE MUNICIPIO\n',
    );
    expect(extract([typedPage(text, { merged: true })]).destinatario.value?.cargo).toBe(
      'A LOS CO JUECES AUXILIARES DE ESTE MUNICIPIO',
    );
  });
});

describe('papers of several hands', () => {
  it('have no single sender where neighbours sign', () => {
    const text = `
                 Linares, N.L., a 14 de marzo de 1987
C. Presidente Municipal.
P r e s e n t e .
     Los que suscribimos, vecinos de la Colonia Obrera, pedimos luz.
                           Atentamente
                           Los vecinos
                           Zoila Uribe Tovar
                           Daniel siller Leal`;
    expect(extract([typedPage(text)]).remitente).toMatchObject({ value: null, reason: 'several-signers' });
  });

  it('name their certifier in full above, where a fold took the foot', () => {
    const text = `
                          CONSTANCIA
El suscrito, Lic. Eva Tovar Siller, Secretaria del R. Ayuntamiento de Linares, Nuevo León, HACE CONSTAR
que el C. Mario Leal Ugarte es vecino de esta ciudad.
Se extiende la presente en Linares, N.L., a 14 de marzo de 1987.
                          ATENTAMENTE
                          LIC. EVA
                          SECRETARIA DEL`;
    expect(extract([typedPage(text)]).remitente.value).toEqual({
      titulo: 'Lic.',
      nombre: 'Eva Tovar Siller',
      cargo: 'Secretaria del R. Ayuntamiento de Linares, Nuevo León',
    });
  });
});

describe('an addressee', () => {
  it('whose title has a colon is no row of a form', () => {
    for (const name of ['ARQ: EVA TOVAR SILLER', 'AL C: EVA TOVAR SILLER']) {
      const text = letter('OFICIO S/N').replace('C. EVA TOVAR SILLER', name);
      expect(extract([typedPage(text)]).destinatario.value).toMatchObject({ nombre: 'EVA TOVAR SILLER' });
    }
  });

  it('of a table has a post that goes on with General', () => {
    const text = `
              MEMORANDUM No. 12
PARA:     ING. RAUL LEAL TOVAR, DIRECTOR
          General de Desarrollo Urbano
DE:       DR. MARIO SILLER LEAL, DIRECTOR JURIDICO
ASUNTO:   Se informa.`;
    expect(extract([typedPage(text)]).destinatario.value?.cargo).toBe(
      'DIRECTOR General de Desarrollo Urbano',
    );
  });

  it('of a table ends where the next person begins, though DE was misread', () => {
    const text = `
              MEMORANDUM No. 12
PARA:     ING. RAUL LEAL TOVAR, SINDICO SEGUNDO
DB.       DR. MARIO SILLER LEAL, DIRECTOR JURIDICO
FECHA:    3 de mayo de 1990
ASUNTO:   Se informa.`;
    expect(extract([typedPage(text)]).destinatario.value?.cargo).toBe('SINDICO SEGUNDO');
  });
});

describe('the date of a memorandum', () => {
  it('stands in the row whose label cannot be read', () => {
    const text = `
              MEMORANDUM No. 12
PARA:     ING. RAUL LEAL TOVAR, SINDICO SEGUNDO
DE:       DR. MARIO SILLER LEAL, DIRECTOR JURIDICO
FORA:     3 de mayo de 1990
ASUNTO:   Se informa.`;
    const { fechaDocumento } = extract([typedPage(text)]);
    expect(fechaDocumento).toMatchObject({ value: '1990-05-03', rule: 'fecha.tabla' });
    expect(fechaDocumento.confidence).toBeLessThan(0.9);
  });
});

describe('a subject of which letters faded', () => {
  it('is read on behind the gap, and not into the next column', () => {
    const asuntoOf = (line: string) =>
      extract([typedPage(letter('OFICIO 12').replace('OFICIO 12', `OFICIO 12\n${line}`), { merged: true })])
        .asunto.value;
    expect(asuntoOf('ASUNTO: Se informa sobre el estado que    la obra de la calle')).toBe(
      'Se informa sobre el estado que la obra de la calle',
    );
    expect(asuntoOf('ASUNTO: Se informa sobre la obra                FOLIO 12')).toBe(
      'Se informa sobre la obra',
    );
  });
});

describe('a row of a signature', () => {
  const signed = (...rows: string[]) =>
    extract([
      typedPage(letter('OFICIO S/N', `${'\n'.repeat(6)}      ATENTAMENTE\n\n\n${rows.join('\n')}`), {
        merged: true,
      }),
    ]).remitente.value;

  it('is whole where letters of the name faded', () => {
    expect(signed('      BIOL. EVA   OVAR DE LA GARZA', '      SINDICO SEGUNDO')).toEqual({
      titulo: 'BIOL.',
      nombre: 'EVA OVAR DE LA GARZA',
      cargo: 'SINDICO SEGUNDO',
    });
  });

  it('is two where two sign', () => {
    expect(
      signed(
        '      EVA TOVAR DE LA GARZA   RAUL UGARTE LEAL',
        '      PRESIDENTA MUNICIPAL    SINDICO SEGUNDO',
      ),
    ).toEqual({
      titulo: null,
      nombre: 'EVA TOVAR DE LA GARZA',
      cargo: 'PRESIDENTA MUNICIPAL',
    });
  });
});
