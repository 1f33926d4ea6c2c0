// A glyph that OCR read twice shows where the cells of a typewriter are counted.
import { describe, expect, it } from 'vitest';
import { withoutTwice } from '../../../src/extraction/text/surplus.ts';
import { extract } from '../../../src/flow/steps/extract.ts';
import type { ReadPage } from '../../../src/model/document.ts';
import { typedPage } from '../support/typed-page.ts';

describe('a code without the letter that was read twice', () => {
  it.each([
    ['1I-1830', ['I-1830', '1-1830']],
    ['SPC/0S81992/0626', ['SPC/0S1992/0626', 'SPC/081992/0626']],
    ['12S5/87', ['125/87', '12S/87']],
    ["36'/89", ['36/89']],
    ['A-1002/87', ['A-102/87']],
    ['3596', ['396', '596']],
    ['15/678/653', ['15/678/63', '15/678/65']],
    ['A-12/87', []],
    ['11-22/87', []],
    ['', []],
  ])('%s', (code, readings) => {
    expect(withoutTwice(code)).toEqual(readings);
  });
});

const LETTER = `
DIRECCION JURIDICA
                                   OFICIO NUM. @NUMERO
                                   EXPEDIENTE: @FILE
                 Linares, N.L., a 14 de marzo de 1987
C. EVA TOVAR SILLER
DIRECTORA JURIDICA
P R E S E N T E .
     Por este conducto tengo el agrado de informar sobre trabajos
realizados durante noviembre anterior mediante brigadas municipales
permanentes conforme programa aprobado previamente por usted, quedando
pendientes solamente aquellos señalados anteriormente.`;

/** A typed letter of which some words were read otherwise than typed. */
function misread(numero: string, file: string, read: Readonly<Record<string, string>>): ReadPage {
  const page = typedPage(LETTER.replace('@NUMERO', numero).replace('@FILE', file));
  const lines = page.lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, text: read[word.text] ?? word.text })),
  }));
  return { ...page, lines };
}

describe('numbers on a typed page', () => {
  it('lose what was read twice, and keep what was read', () => {
    const { numeroOficio } = extract([misread('I-1830', '7/131', { 'I-1830': '1I-1830' })]);
    expect(numeroOficio).toMatchObject({
      value: { key: 'I|1830' },
      alternative: { key: '1|1830' },
      raw: '1I-1830',
    });
    expect(numeroOficio.confidence).toBeLessThan(0.9);
  });

  it('are doubted where a letter is missing', () => {
    const { numeroOficio } = extract([misread('IV-1318', '7/131', { 'IV-1318': 'IV-318' })]);
    expect(numeroOficio.value?.key).toBe('IV|318');
    expect(numeroOficio.confidence).toBeLessThan(0.9);
  });

  it('are trusted where letters and cells agree', () => {
    const { numeroOficio, expedienteCitado } = extract([misread('IV-1318', '7/131', {})]);
    expect(numeroOficio.confidence).toBeGreaterThan(0.9);
    expect(expedienteCitado.confidence).toBeGreaterThan(0.9);
  });

  it('of files are counted too', () => {
    const { expedienteCitado } = extract([misread('IV-1318', '17/131', { '17/131': '1I7/131' })]);
    expect(expedienteCitado).toMatchObject({ value: '17/131', raw: '1I7/131' });
    expect(expedienteCitado.confidence).toBeLessThan(0.9);
  });
});
