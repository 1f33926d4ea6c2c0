import { around, middleOf, rightOf, sharedWidth } from '../../model/boxes.ts';
import { datesIn } from '../dates/dates.ts';
import { flowOf } from '../text/flow.ts';
import { pieceAbove, pieceBelow } from '../text/neighbours.ts';
import type { Piece, Sheet } from '../text/sheet.ts';
import { isClosing, isLema } from './closing.ts';
import { copyMark } from './copy-mark.ts';
import { initialsIn } from './initials.ts';
import { hasNameCase, looksLikeName, namesPost } from './posts.ts';
import { isPresente } from './presente.ts';
import { startsWithTitle, titleOf } from './titles.ts';

// c.c.p., initials of the typist, who drew it up: nothing below them is the signature.
const FOOT =
  /^(?:C\.?C\.?\s|[A-ZÑ'.]{2,8}\s?[/*]\s?[A-ZÑ]{2,5}|ELABOR|ANEXO|EXP\.)|\bPARA\sSU(?:$|\s(?:SUPERIOR\s)?(?:CONOCIM|ATENCION|INFORMAC|INTERVENC))|\bMINUTARIO\b|\.\W{1,3}MISMO\s(?:FIN|EFECTO)/;
const isFoot = (piece: Piece): boolean =>
  copyMark(piece) > 0 || initialsIn(piece.text) !== null || FOOT.test(piece.folded);
// Who approves signs beside or below who sends.
const APPROVED = /^V[O0º]?\.?\s?B[O0º]?[.,º]?$/;
const NOT_SIGNATURE = /\b(?:RECIB[I1]D[O0]|DESPACHAD[O0]|ACUSE|SELLO|R[UÚ]BRICA|FIRMA)\b|^\W*$|\d{3}/;

/** The lines under a closing formula that say who signs: of several side by side, those of the first. */
export function signatureLines(sheet: Sheet, closing: Piece): Piece[] {
  const below = wholeRows(
    sheet,
    sheet.pieces.filter((piece) => piece.box.y > closing.box.y + closing.box.height / 2),
  );
  const foot = Math.min(...below.filter(isFoot).map((piece) => piece.box.y), Infinity);
  const approvals = below.filter((piece) => APPROVED.test(piece.folded));
  const lines = below.filter(
    (piece) =>
      piece.box.y < foot - 1 &&
      (!isOther(piece) || isNameOfBody(sheet, piece)) &&
      !approvals.some((over) => piece.box.y >= over.box.y && sharedWidth(over.box, piece.box) > 0),
  );
  const under = lines.filter((piece) => isUnder(sheet, closing, piece));
  const single = approvals.length === 0 && under.some(looksSigned) && !isSideBySide(under);
  const chosen = single ? under : firstColumn(lines);
  return chosen.sort((a, b) => a.box.y - b.box.y).slice(0, MOST_LINES);
}

const MOST_LINES = 8;

// Letters that faded leave a gap in a name; two people sign farther apart.
const FADED = 4;

const startsNew = (last: Piece, piece: Piece): boolean =>
  startsWithTitle(piece) ||
  (isFullName(piece) && isFullName(last)) ||
  (namesPost(piece.folded) && namesPost(last.folded));

/** Pieces of one row across a small gap as one: `BIOL. GPE.   FELIA DE LA GARZA`. */
function wholeRows(sheet: Sheet, pieces: readonly Piece[]): Piece[] {
  const rows: Piece[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    const gap = last && last.row === piece.row ? piece.box.x - rightOf(last.box) : Infinity;
    if (!last || gap > FADED * sheet.letter || gap < 0 || startsNew(last, piece)) rows.push(piece);
    else
      rows[rows.length - 1] = {
        ...last,
        ...flowOf([...last.tokens, ...piece.tokens.map((token) => ({ ...token, line: last.index }))]),
        box: around([last.box, piece.box]),
      };
  }
  return rows;
}

/** Whether a line names a person. */
export const isName = (piece: Piece): boolean => startsWithTitle(piece) || isFullName(piece);

/** The lines at the top of the page after the closing formula, down to the c.c.p. */
export function topLines(sheet: Sheet): Piece[] {
  const foot = sheet.pieces.findIndex((piece) => isFoot(piece) || piece.box.y > 0.3 * sheet.height);
  const lines = sheet.pieces.slice(0, foot < 0 ? 3 : Math.min(foot, 3)).filter((piece) => !isOther(piece));
  return lines.every((line) => hasNameCase(line.text)) && lines.some(looksSigned) ? lines : [];
}

const isOther = (piece: Piece): boolean =>
  isLema(piece) ||
  isClosing(piece) ||
  isPresente(piece) ||
  NOT_SIGNATURE.test(piece.folded) ||
  piece.folded.length > 90 ||
  datesIn(piece.folded).some((date) => date.end - date.start > piece.folded.length / 3);

// `DIRECTORA DE LA ESCUELA PRIMARIA` over `"BENITO JUAREZ"`: no lema.
const isNameOfBody = (sheet: Sheet, piece: Piece): boolean =>
  /^".*"\W*$/.test(piece.folded) && NAMED_BODY.test(pieceAbove(sheet, piece, 1.3)?.folded ?? '');
export const NAMED_BODY =
  /\b(?:ESCUELA|COLEGIO|JARDIN|INSTITUTO|HOSPITAL|CENTRO|UNIDAD|EJIDO|SOCIEDAD)\b[^"]*$/;

const isUnder = (sheet: Sheet, closing: Piece, piece: Piece): boolean =>
  piece.box.x < rightOf(closing.box) + 2 * sheet.letter &&
  rightOf(piece.box) > closing.box.x - 2 * sheet.letter;

const looksSigned = (piece: Piece): boolean =>
  startsWithTitle(piece) || namesPost(piece.folded) || looksLikeName(piece.text, piece.folded);

/** Whether two lines that say who signs stand on one row: president and secretary sign together. */
function isSideBySide(lines: readonly Piece[]): boolean {
  const signed = lines.filter(looksSigned).sort((a, b) => middleOf(a.box) - middleOf(b.box));
  return signed.some((one, i) => {
    const next = signed[i + 1];
    return (
      next !== undefined &&
      sharedWidth(one.box, next.box) < 0 &&
      middleOf(next.box) - middleOf(one.box) < one.box.height / 2
    );
  });
}

/** Of signatures side by side, the first from the left. */
function firstColumn(lines: readonly Piece[]): Piece[] {
  const first = lines.filter(looksSigned).sort((a, b) => a.box.x - b.box.x)[0];
  return first
    ? lines.filter((piece) => piece.box.x < rightOf(first.box) && rightOf(piece.box) > first.box.x)
    : [];
}

/** Without a closing formula: the last name on a line of its own that has a post above or below it. */
export function lastSignature(sheet: Sheet): Piece[] {
  const lower = sheet.pieces.slice(sheet.pieces.length >> 1);
  const signed = lower.filter(isFullName).flatMap((name) => {
    const posts = [pieceAbove(sheet, name, 6), pieceBelow(sheet, name, 1.7)].filter(
      (piece) => piece !== undefined && hasNameCase(piece.text) && namesPost(piece.folded) && !isOther(piece),
    );
    return posts.length === 0 ? [] : [[name, ...(posts as Piece[])]];
  });
  // Of several, only a title tells who signs for the office from those who take part.
  const chosen = signed.length === 1 ? signed[0] : signed.findLast(([name]) => startsWithTitle(name!));
  return (chosen ?? []).sort((a, b) => a.box.y - b.box.y);
}

/** A line without the title that it begins with, as read and folded. */
export const untitled = (line: Piece): string => line.text.slice(titleOf(line.text).rest);
export const untitledFolded = (line: Piece): string => line.folded.slice(titleOf(line.text).rest);

/** Whether a line is the name of a person and nothing else. */
export const isFullName = (piece: Piece): boolean => looksLikeName(untitled(piece), untitledFolded(piece));
