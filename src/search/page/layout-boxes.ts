import type { Box } from '../../model/document.ts';
import type { FieldText } from './field-texts.ts';
import type { TextLine } from './page-tokens.ts';
import type { ByteReader, ByteWriter } from './varint.ts';

// What a line leads one to expect of its words: where they stand, and how wide a letter is, in eighths of a pixel.
interface Expected {
  x: number;
  bottom: number;
  height: number;
  unit: number;
  block: number;
}
const unknown = (): Expected => ({ x: 0, bottom: 0, height: 0, unit: 0, block: 0 });
const widthOf = (text: string, unit: number) => Math.round((unit * text.length) / 8);

/**
 * Boxes as small numbers: how far each is from where its neighbour and its letters lead one to expect it. Kind by kind, so
 * that like stands beside like.
 */
export function writeBoxes(out: ByteWriter, lines: readonly TextLine[], fields: readonly FieldText[]): void {
  const kinds = {
    line: [] as number[],
    gap: [] as number[],
    bottom: [] as number[],
    width: [] as number[],
    height: [] as number[],
  };
  const before = unknown();
  for (const { block, words } of lines) {
    const unit = unitOf(words);
    kinds.line.push(block - before.block, words.length);
    before.block = block;
    const first = words[0]?.box;
    if (first === undefined) continue;
    const bottom = Math.round(first.y) + Math.round(first.height);
    kinds.line.push(
      unit - before.unit,
      Math.round(first.x) - before.x,
      bottom - before.bottom,
      Math.round(first.height) - before.height,
    );
    Object.assign(before, { x: Math.round(first.x), bottom, height: Math.round(first.height), unit });
    let last: Box | null = null;
    for (const { text, box } of words) {
      const whole = rounded(box);
      if (last !== null) {
        kinds.gap.push(whole.x - last.x - last.width);
        kinds.bottom.push(whole.y + whole.height - last.y - last.height);
        kinds.height.push(whole.height - last.height);
      }
      kinds.width.push(whole.width - widthOf(text, unit));
      last = whole;
    }
  }
  out.integer(lines.length);
  for (const kind of [kinds.line, kinds.gap, kinds.bottom, kinds.width, kinds.height]) {
    out.integer(kind.length);
    for (const value of kind) out.integer(value);
  }
  for (const { page, box } of fields) {
    out.integer(page);
    out.integer(box === null ? 0 : 1);
    if (box === null) continue;
    const { x, y, width, height } = rounded(box);
    for (const value of [x, y, width, height]) out.integer(value);
  }
}

/** The reverse; `texts` are the words of each line. */
export function readBoxes(input: ByteReader, texts: readonly (readonly string[])[]): TextLine[] {
  const count = input.integer();
  const kind = () => {
    const values = Array.from({ length: input.integer() }, () => input.integer());
    let at = 0;
    return () => values[at++]!;
  };
  const [line, gap, bottom, width, height] = [kind(), kind(), kind(), kind(), kind()] as const;
  const before = unknown();
  return Array.from({ length: count }, (_, i) => {
    before.block += line();
    const length = line();
    if (length === 0) return { block: before.block, words: [] };
    before.unit += line();
    before.x += line();
    before.bottom += line();
    before.height += line();
    const { unit } = before;
    let { x, bottom: below, height: high } = before;
    const words = Array.from({ length }, (__, k) => {
      const text = texts[i]?.[k] ?? '';
      if (k > 0) {
        x += gap();
        below += bottom();
        high += height();
      }
      const box = { x, y: below - high, width: width() + widthOf(text, unit), height: high };
      x += box.width;
      return { text, box };
    });
    return { block: before.block, words };
  });
}

function unitOf(words: TextLine['words']): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : Math.round((words.reduce((sum, { box }) => sum + box.width, 0) * 8) / letters);
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});
