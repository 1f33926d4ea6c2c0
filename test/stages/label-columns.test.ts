import { describe, expect, it } from 'vitest';
import type { RecognizedLine } from '../../src/ports/ocr-engine.ts';
import { pairLabels } from '../../src/stages/label-columns.ts';

/** A line of ten-pixel letters, 20 pixels high. */
const line = (text: string, x: number, y: number, block = 0): RecognizedLine => {
  const box = { x, y, width: text.length * 10, height: 20 };
  return { block, box, words: text.split(' ').map((word) => ({ text: word, box, confidence: 1 })) };
};
const texts = (lines: readonly RecognizedLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('labels and their values', () => {
  it('are put beside each other where all labels were read first; a wrapped value follows its line', () => {
    const form = [
      line('PARA:', 100, 100),
      line('ASUNTO:', 100, 140),
      line('FECHA:', 100, 220),
      line('C. Fulano Pérez Garza', 300, 100, 1),
      line('Se remite plano del', 300, 140, 1),
      line('predio municipal', 300, 165, 1),
      line('14 de marzo de 1987', 300, 220, 1),
      line('Por este conducto le informo', 100, 300, 2),
    ];
    expect(texts(pairLabels(form))).toEqual([
      'PARA: C. Fulano Pérez Garza',
      'ASUNTO: Se remite plano del',
      'predio municipal',
      'FECHA: 14 de marzo de 1987',
      'Por este conducto le informo',
    ]);
  });

  it('keeps every word once', () => {
    const form = [
      line('DE:', 0, 0),
      line('A:', 0, 40),
      line('uno', 200, 0),
      line('dos', 200, 40),
      line('tres', 200, 80),
    ];
    const words = (lines: readonly RecognizedLine[]) => texts(lines).join(' ').split(' ').toSorted();
    expect(words(pairLabels(form))).toEqual(words(form));
  });

  it.each([
    [
      'two columns of prose, one of which ends with a colon',
      [
        line('se acordó lo siguiente:', 0, 100),
        line('que el H. Cabildo', 400, 20),
        line('en sesión ordinaria', 400, 60),
      ],
    ],
    [
      'a label whose value was read with it',
      [
        line('OFICIO: SA/123/1987', 300, 0),
        line('ASUNTO: Se remite', 300, 40),
        line('Guadalupe, N.L.', 300, 80),
      ],
    ],
    [
      'labels with their values below',
      [
        line('VISTO:', 0, 0),
        line('RESULTANDO:', 0, 40),
        line('Que con fecha', 0, 80),
        line('se recibió', 0, 120),
      ],
    ],
  ])('leaves alone: %s', (_, lines) => {
    expect(pairLabels(lines)).toEqual(lines);
  });
});
