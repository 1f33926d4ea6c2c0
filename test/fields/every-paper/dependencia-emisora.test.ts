import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/flow/steps/extract.ts';
import { typedPage } from '../../extraction/support/typed-page.ts';

const officeOf = (letterhead: string) =>
  extract([
    typedPage(
      `${letterhead}\n                                   OFICIO NUM. 12\n                 Linares, N.L., a 14 de marzo de 1987\nC. EVA TOVAR SILLER\nDIRECTORA JURIDICA\nP R E S E N T E .`,
    ),
  ]).dependenciaEmisora.value;

describe('an office of the letterhead', () => {
  it.each([
    ['DEPARTAMENTO DE ALUMBRADO\nPUBLICO', 'DEPARTAMENTO DE ALUMBRADO PUBLICO'],
    ['Secretaría de Finanzas y Tesorería\nMunicipal', 'Secretaría de Finanzas y Tesorería Municipal'],
    ['DIRECCION DE\nECOLOGIA', 'DIRECCION DE ECOLOGIA'],
    ['DIRECCION DE ECOLOGIA\nNUEVO LEON', 'DIRECCION DE ECOLOGIA'],
  ])('%s', (letterhead, office) => {
    expect(officeOf(letterhead)).toBe(office);
  });
});
