import { describe, expect, it } from 'vitest';
import { extract } from '../../src/flow/steps/extract.ts';
import { oficiosLateCentury } from './documents/oficios-late-century.ts';
import { typedPage } from './support/typed-page.ts';

const text = oficiosLateCentury[0]!.pages[0]!;

describe('a field', () => {
  it('points at the very words that were read', () => {
    const page = typedPage(text);
    const { numeroOficio, asunto } = extract([page]);
    const word = page.lines.flatMap((line) => line.words).find(({ text: read }) => read === 'SA/123/1987')!;
    expect(numeroOficio.evidence).toEqual([{ page: 1, box: word.box }]);
    expect(asunto.evidence).toHaveLength(2);
  });

  it('keeps what was read beside what it means', () => {
    expect(extract([typedPage(text)]).fechaDocumento).toMatchObject({
      value: '1987-03-14',
      raw: '14 de marzo de 1987',
      from: 'rule',
      rule: 'fecha.lugar-fecha',
    });
  });

  it('is trusted when the words were read well, and less when they were not', () => {
    const confidences = [0.95, 0.8, 0.5].map((confidence) =>
      Object.values(extract([typedPage(text, { confidence })])).map((field) => field.confidence),
    );
    expect(Math.min(...confidences[0]!)).toBeGreaterThanOrEqual(0.9);
    expect(Math.max(...confidences[1]!)).toBeLessThan(0.9);
    expect(Math.max(...confidences[2]!)).toBeLessThan(0.7);
  });

  it('that is unknown says why and shows what stands there', () => {
    const fields = extract([typedPage('OFICIO NUM. S/N\n\nASUNTO: El que se indica.')]);
    expect(fields.numeroOficio).toMatchObject({
      value: null,
      confidence: 0,
      reason: 'without-number',
      raw: 'S/N',
    });
    expect(fields.asunto).toMatchObject({ value: null, reason: 'empty-formula', raw: 'El que se indica.' });
    expect(fields.destinatario).toMatchObject({ value: null, raw: null, reason: 'not-found', evidence: [] });
  });

  it('takes a value that slipped half a line off its label', () => {
    const page = typedPage('   OFICIO NUM.      SA/77/1990\n\n   EXPEDIENTE:      3-B', {
      slipped: { 'SA/77/1990': -1, '3-B': 1 },
    });
    const fields = extract([page]);
    expect(fields.numeroOficio.value?.key).toBe('SA|77|1990');
    expect(fields.expedienteCitado.value).toBe('3-B');
  });

  it('is not found on pages without words', () => {
    for (const field of Object.values(extract([typedPage('')])))
      expect(field).toMatchObject({ value: null, confidence: 0 });
    for (const field of Object.values(extract([])))
      expect(field).toMatchObject({ value: null, confidence: 0 });
  });
});
