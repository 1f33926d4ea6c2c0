// Who answers for an acta: the secretary, wherever name and post stand to one another.
import { describe, expect, it } from 'vitest';
import { attestor } from '../../../src/extraction/people/attestor.ts';
import { readingOf } from '../../../src/extraction/text/reading.ts';
import { typedPage } from '../support/typed-page.ts';

const signedBy = (foot: string) =>
  attestor(
    readingOf([
      typedPage(
        `ACTA NUMERO 4\n\nEn Linares, Nuevo León, siendo las ocho horas del día 4 de mayo de 1959, se reunieron.${'\n'.repeat(20)}${foot}`,
      ),
    ]),
  ).value;

describe('the secretary of an acta', () => {
  it.each([
    ['SECRETARIO DEL R.\n      AYUNTAMIENTO', 'SECRETARIO DEL R. AYUNTAMIENTO'],
    ['SECRETARIO DEL RR.\n      AYUNTAMIENTO', 'SECRETARIO DEL RR. AYUNTAMIENTO'],
    ['SECRETAR1O DEL R.\n      AYUNTAMIENTO', 'SECRETAR1O DEL R. AYUNTAMIENTO'],
    ['EI SECRBTARIO MUNICIPAL', 'SECRBTARIO MUNICIPAL'],
    ['SECRETARIO\n      MUNICIPAL', 'SECRETARIO MUNICIPAL'],
    ['SECRETARIO MUNICIPAL\n      LIC. MARIO LEAL TOVAR', 'SECRETARIO MUNICIPAL'],
  ])('%s', (post, cargo) => {
    expect(signedBy(`      ING. RAUL UGARTE LEAL\n      ${post}`)).toEqual({
      titulo: 'ING.',
      nombre: 'RAUL UGARTE LEAL',
      cargo,
    });
  });

  it('signs below the post where all do', () => {
    const foot = [
      'EL PRESIDENTE MUNICIPAL',
      '',
      '',
      'ING. RAUL UGARTE LEAL',
      '',
      'EL SECRETARIO DEL AYUNTAMIENTO',
      '',
      '',
      'LIC. EVA TOVAR SILLER',
    ];
    expect(signedBy(foot.join('\n'))?.nombre).toBe('EVA TOVAR SILLER');
  });

  it('signs above the post where names wrap over it', () => {
    const foot = [
      'C. LIC. EVA TOVAR',
      'SILLER',
      'SECRETARIO DEL R. AYUNTAMIENTO',
      '',
      'C. RAUL UGARTE LEAL',
      'PRIMER REGIDOR',
    ];
    expect(signedBy(foot.join('\n'))?.nombre).toBe('EVA TOVAR SILLER');
  });
});
