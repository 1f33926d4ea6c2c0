import type { FieldText } from './field-texts.ts';
import type { TextLine } from './page-tokens.ts';

const NO_TEXT = /[\p{Cc}\s]/gu;

/**
 * Lines as the layout will give them back: whole pixels, no blanks and control characters within words. Terms are taken from
 * these, so that a document that is taken out is counted off with the very terms that it was counted in with.
 */
export const settled = (lines: readonly TextLine[]): TextLine[] =>
  lines.map(({ block, words }) => ({
    block,
    words: words.map(({ text, box }) => ({
      text: text.replace(NO_TEXT, ''),
      box: {
        x: Math.round(box.x),
        y: Math.round(box.y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      },
    })),
  }));

export const settledField = (field: FieldText): FieldText => ({
  ...field,
  text: field.text.replace(NO_TEXT, ' '),
});
