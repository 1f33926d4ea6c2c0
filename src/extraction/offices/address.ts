import { datesIn } from '../dates/dates.ts';
import { numberLabels } from '../numbers/numero-labels.ts';
import { isCollective } from '../people/persona.ts';
import { namesPost } from '../people/posts.ts';
import { isPresente } from '../people/presente.ts';
import { startsWithTitle } from '../people/titles.ts';
import { startsRow } from '../text/labels.ts';
import { pieceAbove } from '../text/neighbours.ts';
import type { Piece, Sheet } from '../text/sheet.ts';
import { TITLES } from '../tipo-cues.ts';
import { placeBefore } from './places.ts';

/** Addresses begin in the left part of the page (dossier §1.1, zone 5), as a share of its width. */
export const LEFT_ZONE = 0.45;
/** Lines of one address stand no farther apart than this, in heights of type. */
export const TOGETHER = 1.7;
// PRESENTE often stands apart from the lines that it ends.
const APART = 3;
const MOST_LINES = 7;

/** The lines of the address that ends in PRESENTE, top line first. */
export function addressAbove(sheet: Sheet, presente: Piece): Piece[] {
  const lines: Piece[] = [];
  let last = presente;
  while (lines.length < MOST_LINES) {
    const next = pieceAbove(sheet, last, lines.length === 0 ? APART : TOGETHER);
    if (!next || next.box.x > LEFT_ZONE * sheet.width || isNoAddress(next)) break;
    lines.unshift(next);
    last = next;
    if (isCollective(next.folded)) break;
    if (lines.length > 1 && startsWithTitle(next) && !namesPost(next.folded)) break;
  }
  return lines;
}

/** Whether a line cannot belong to an address: a row of the cuadro, a date, running text. */
export const isNoAddress = (piece: Piece): boolean =>
  piece.folded.length > 90 ||
  startsRow(piece) ||
  TITLES.some(([, title]) => title.test(piece.folded)) ||
  numberLabels(piece.folded).some(({ kind, start }) => kind !== null && start < 4) ||
  datesIn(piece.folded).length > 0;

/** The lines of an address without those that say where the addressee is; `PRESIDENTE MUNICIPAL DE` asks for its town. */
export const withoutWhereabouts = (lines: readonly Piece[]): Piece[] =>
  lines.filter((line, i) => !isWhereabouts(line) || ASKS_FOR_MORE.test(lines[i - 1]?.folded ?? ''));

const ASKS_FOR_MORE = /\b(?:DEL?|EN)$/;

/** Lines that say where the addressee is, not who: a second PRESENTE, a street, the town. */
export const isWhereabouts = (piece: Piece): boolean =>
  isPresente(piece) ||
  (!namesPost(piece.folded) && placeBefore(piece, piece.folded.length) !== null) ||
  (!namesPost(piece.folded) && /\s\d{1,5}(?:-[A-Z])?\W{0,3}$/.test(piece.folded)) ||
  /^(?:CALLE|AV\.|AVENIDA|DOMICILIO|PALACIO MUNICIPAL|COL\.|COLONIA|AT['N]{1,2}|ATENCION)\b/.test(
    piece.folded,
  );
