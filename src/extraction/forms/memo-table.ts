import { datesIn } from '../dates/dates.ts';
import { TOGETHER } from '../offices/address.ts';
import { hasNameCase, namesPost } from '../people/posts.ts';
import { titleOf } from '../people/titles.ts';
import { type Passage, passage } from '../text/flow.ts';
import { isRowValue, labelOf, restOf, startsRow, valueAt } from '../text/labels.ts';
import { pieceBelow } from '../text/neighbours.ts';
import type { Sheet } from '../text/sheet.ts';

/** The lines that follow a label of a memorandum's table, such as PARA or DE. */
export function afterLabel(sheet: Sheet, name: 'para' | 'de', bodyTop: number): Passage[] | undefined {
  const limit = Math.max(bodyTop, TABLE_BOTTOM * sheet.height);
  const piece = sheet.pieces.find(
    (candidate) => candidate.box.y < limit && labelOf(candidate)?.name === name && labelOf(candidate)!.marked,
  );
  const value = piece && valueAt(sheet, piece, labelOf(piece)!.end);
  if (!value) return undefined;
  const lines = [passage(value.piece, value.from, value.piece.text.length)];
  const indent = restOf(value.piece, value.from).tokens[0]?.box.x ?? value.piece.box.x;
  let last = value.piece;
  while (lines.length < 3) {
    const next = pieceBelow(sheet, last, TOGETHER);
    if (!next || startsRow(next) || isRowValue(sheet, next) || datesIn(next.folded).length > 0) break;
    // A label that could not be read, and the next person; `General de Desarrollo Urbano` is the rest of a post.
    if (/[.,:]$/.test(titleOf(next.text).titulo ?? '') && namesPost(last.folded)) break;
    const isAligned = Math.abs(next.box.x - indent) <= 3 * sheet.letter;
    // Without a printed form the post stands anywhere under the name.
    const isPost = namesPost(next.folded) && hasNameCase(next.text) && !namesPost(last.folded);
    if (!isAligned && !isPost) break;
    lines.push(passage(next, 0, next.text.length));
    last = next;
  }
  return lines;
}

const TABLE_BOTTOM = 0.45;
