import type { Box } from '../document.ts';
import type { RecognizedLine } from '../ports/ocr-engine.ts';

/** Fewer labels below each other are no form: a sentence may end with a colon at the foot of a printed column. */
const FEWEST_LABELS = 2;

/**
 * Puts the values of a form beside their labels. A wide gap after `ASUNTO:` makes an engine see two columns, and read
 * all labels before all values; columns of prose stay as they are.
 */
export function pairLabels(lines: readonly RecognizedLine[]): RecognizedLine[] {
  const out: RecognizedLine[] = [];
  for (let at = 0; at < lines.length; ) {
    const labels = lines.slice(at, endOf(lines, at, isLabel));
    const from = at + labels.length;
    const values = labels.length < FEWEST_LABELS ? [] : valuesOf(labels, lines, from);
    if (values.length > 0) out.push(...pair(labels, values));
    else out.push(...(labels.length > 0 ? labels : lines.slice(at, at + 1)));
    at = Math.max(at + 1, from + values.length);
  }
  return out;
}

/** Tesseract reads a colon beside a speck as `::`, or `;`. */
const isLabel = ({ words }: RecognizedLine) => /\p{L}\P{L}*[:;]$/u.test(words.at(-1)?.text ?? '');

function endOf<T>(all: readonly T[], from: number, holds: (it: T) => boolean): number {
  const end = all.findIndex((it, index) => index >= from && !holds(it));
  return end < 0 ? all.length : end;
}

/** The lines after the labels that stand to their right, as far down as their text runs on. */
function valuesOf(labels: readonly RecognizedLine[], lines: readonly RecognizedLine[], from: number) {
  const right = Math.min(...labels.map(({ box }) => box.x + box.width));
  const top = labels[0]!.box.y;
  let bottom = foot(labels.at(-1)!.box);
  const end = endOf(lines, from, ({ box }) => {
    const beside = box.x >= right && middle(box) >= top && box.y <= bottom + box.height / 2;
    if (beside) bottom = Math.max(bottom, foot(box));
    return beside;
  });
  const values = lines.slice(from, end);
  const rows = labels.filter((label) => values.some((value) => inOneRow(label.box, value.box)));
  return rows.length >= FEWEST_LABELS ? values : [];
}

function pair(labels: readonly RecognizedLine[], values: readonly RecognizedLine[]): RecognizedLine[] {
  return labels.flatMap((label, index) => {
    const next = labels[index + 1]?.box.y ?? Number.POSITIVE_INFINITY;
    const own = values.filter(({ box }) => (index === 0 || middle(box) >= label.box.y) && middle(box) < next);
    const [first, ...more] = own.map((value) => ({ ...value, block: label.block }));
    if (!first) return [label];
    if (!inOneRow(label.box, first.box)) return [label, first, ...more];
    const words = [...label.words, ...first.words];
    return [{ ...label, box: around(label.box, first.box), words }, ...more];
  });
}

const foot = ({ y, height }: Box) => y + height;
const middle = ({ y, height }: Box) => y + height / 2;

const inOneRow = (a: Box, b: Box) => Math.abs(middle(a) - middle(b)) < Math.max(a.height, b.height) / 2;

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(foot(a), foot(b)) - y,
  };
}
