import type { GrayImage } from '../../ports/ocr-engine.ts';
import { type Components, findComponents } from '../measure/components.ts';
import { type Box, followStrokes } from './follow-strokes.ts';
import { eraseMask, longStrokes, maskOf, type PenMask, penStrokes } from './mask.ts';
import { erasePale, paleFrom } from './tone.ts';

/** On a levelled page: pens are paler than ribbons. */
const INK = 185;
/** In heights of a small x. The tallest letters with their accents reach 2.2; a signature stands across several lines. */
const TALL = 3;
/** In squares of a small x: half a page of signatures. Maps, cracks and scribbles are larger, and following all their strokes would take seconds. */
const LARGEST = 3000;
/** A straight run this long is a rule or the frame of a table, which the engine knows how to treat. */
const RULE = 15;
/** Share of its box that a knot of strokes covers at most; large letters cover 0.3 and more. */
const THIN = 0.22;
/** Runs of ink that a row of type has at least: signatures alone reach 10. */
const LETTERED = 12;
/** …and that no signature reaches. */
const TYPE = 20;
/** A row belongs to a line of type where it has this share of the runs of its fullest row. */
const SHARE = 0.45;
/** No line of type is higher, from the feet of capitals to the tips of accents. */
const LINE = 2.6;
/** Letters this far beside the strokes still show where their line runs. */
const BESIDE = 6;
/** Left around a line: tails and accents. */
const MARGIN = 0.45;

/**
 * Cuts pen strokes that tie lines of type together (a signature across the name below it) where they leave the
 * lines, in place: the engine takes the whole knot for a picture, and the name would be lost with it. What stands between
 * the lines goes; within them what is paler than the type where the pen is (pen-tone.ts), else the strokes that are followed
 * through the letters (pen-mask.ts).
 */
export function cutStrokes(image: GrayImage, letterHeight: number): void {
  const components = findComponents(image, INK);
  const { count, x0, y0, x1, y1, area } = components;
  for (let i = 0; i < count; i++) {
    const [wide, high] = [x1[i]! - x0[i]! + 1, y1[i]! - y0[i]! + 1];
    if (
      high < TALL * letterHeight ||
      wide < TALL * letterHeight ||
      longestRun(image, components, i) > RULE * letterHeight
    )
      continue;
    const box = { left: x0[i]!, top: y0[i]!, right: x1[i]!, bottom: y1[i]! };
    const strokes =
      wide * high <= LARGEST * letterHeight ** 2 ? followStrokes(image, box, letterHeight, INK) : [];
    const kept = typeRows(image, box, maskOf(longStrokes(strokes, letterHeight), box), letterHeight);
    if (kept === null) {
      if (area[i]! < THIN * wide * high) erasePiece(image, components, i, new Uint8Array(high));
      continue;
    }
    const place = { image, box, kept, letterHeight, ink: INK };
    const pale = paleFrom(place, strokes, Math.floor(BESIDE * letterHeight));
    erasePiece(image, components, i, kept);
    if (pale !== null) erasePale(image, box, pale);
    else {
      const mask = maskOf(penStrokes(strokes, box, kept, letterHeight), box);
      eraseMask(image, box, mask, letterHeight, INK);
    }
  }
}

function longestRun({ data, width }: GrayImage, { x0, y0, x1, y1 }: Components, i: number): number {
  let longest = 0;
  for (let y = y0[i]!; y <= y1[i]!; y++)
    for (let x = x0[i]!, run = 0; x <= x1[i]!; x++) {
      run = data[y * width + x]! < INK ? run + 1 : 0;
      if (run > longest) longest = run;
    }
  for (let x = x0[i]!; x <= x1[i]!; x++)
    for (let y = y0[i]!, run = 0; y <= y1[i]!; y++) {
      run = data[y * width + x]! < INK ? run + 1 : 0;
      if (run > longest) longest = run;
    }
  return longest;
}

/** For each row of a box, whether it runs through a line of type, strokes of a pen left aside; null where no line does, or where lines cannot be told apart. */
function typeRows({ data, width }: GrayImage, box: Box, pen: PenMask, x: number): Uint8Array | null {
  const rows = box.bottom - box.top + 1;
  const wide = box.right - box.left + 1;
  const from = Math.floor(Math.max(0, box.left - BESIDE * x));
  const to = Math.min(width - 1, box.right + BESIDE * x);
  const runs = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = (box.top + row) * width;
    let dark = false;
    for (let at = from; at <= to; at++) {
      const inBox = at >= box.left && at <= box.right;
      const ink = data[start + at]! < INK && !(inBox && pen[row * wide + at - box.left] === 1);
      if (ink && !dark) runs[row]!++;
      dark = ink;
    }
  }
  const kept = new Uint8Array(rows);
  const margin = Math.round(MARGIN * x);
  const fullestFirst = Array.from(runs.keys()).sort((a, b) => runs[b]! - runs[a]!);
  const seen = new Uint8Array(rows);
  for (const row of fullestFirst) {
    const most = runs[row]!;
    if (most < LETTERED) break;
    if (seen[row] === 1) continue;
    let [first, last] = [row, row];
    while (first > 0 && runs[first - 1]! >= SHARE * most) first--;
    while (last < rows - 1 && runs[last + 1]! >= SHARE * most) last++;
    seen.fill(1, Math.max(0, first - margin), Math.min(rows, last + 1 + margin));
    if (last - first + 1 <= LINE * x)
      kept.fill(1, Math.max(0, first - margin), Math.min(rows, last + 1 + margin));
    // Lines that cannot be told apart.
    else if (most >= TYPE) return null;
  }
  return kept.includes(1) ? kept : null;
}

/** Whitens one piece on the rows that are not kept; what else lies in its box stays. */
function erasePiece(
  { data, width }: GrayImage,
  { x0, y0, x1, y1 }: Components,
  i: number,
  kept: Uint8Array,
): void {
  const [left, top, wide, high] = [x0[i]!, y0[i]!, x1[i]! - x0[i]! + 1, y1[i]! - y0[i]! + 1];
  const seen = new Uint8Array(wide * high);
  const stack: number[] = [];
  const visit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= wide || y >= high || seen[y * wide + x] === 1) return;
    if (data[(top + y) * width + left + x]! >= INK) return;
    seen[y * wide + x] = 1;
    stack.push(y * wide + x);
  };
  // Only one piece spans its whole box from the first row to the last and touches both sides.
  for (let x = 0; x < wide; x++) visit(x, 0);
  while (stack.length > 0) {
    const at = stack.pop()!;
    const [x, y] = [at % wide, Math.floor(at / wide)];
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) visit(x + dx, y + dy);
  }
  for (let y = 0; y < high; y++) {
    if (kept[y] === 1) continue;
    for (let x = 0; x < wide; x++)
      if (seen[y * wide + x] === 1) {
        const row = (top + y) * width + left;
        for (let near = Math.max(0, x - 1); near <= Math.min(wide - 1, x + 1); near++) data[row + near] = 255;
      }
  }
}
