import { datesIn } from '../../extraction/dates/dates.ts';
import { placeBefore } from '../../extraction/offices/places.ts';
import { isPresente } from '../../extraction/people/presente.ts';
import { startsWithTitle } from '../../extraction/people/titles.ts';
import { found, unknown } from '../../extraction/text/field.ts';
import { joined, type Passage, passage } from '../../extraction/text/flow.ts';
import { asLetters, fold, lettersOf } from '../../extraction/text/fold.ts';
import { joinLines } from '../../extraction/text/join-lines.ts';
import { isRowValue, type Label, labelOf, restOf, startsRow, valueAt } from '../../extraction/text/labels.ts';
import { isNear } from '../../extraction/text/near.ts';
import { pieceRightOf } from '../../extraction/text/neighbours.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import { bottomOf, rightOf } from '../../model/boxes.ts';
import type { Field } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { text } from '../kinds/text.ts';
import { inWords } from '../search.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly asunto: string;
  }
}

/** What the document says it is about: the words after ASUNTO, hanging lines included. */
export const asunto = {
  label: 'Asunto',
  kind: text,
  papers: 'every',
  read,
  columns: 'asunto|tema',
  search: inWords,
  dublinCore: { element: 'description' },
  ead3: { element: 'unittitle' },
} satisfies FieldDefinition<'asunto'>;

function read(reading: Reading): Field<string> {
  const { cover } = reading;
  const labelled = cover?.pieces
    .map((piece) => ({ piece, label: labelOf(piece) }))
    .filter(
      ({ piece, label }) => label?.name === 'asunto' && (label.marked || piece.box.y < reading.bodyTop),
    );
  const best = labelled?.find(({ label }) => label!.marked) ?? labelled?.[0];
  if (!cover || !best) return unknown('not-found', 'asunto.etiqueta');
  const lines = linesOf(cover, best.piece, best.label!);
  if (lines.length === 0) {
    return unknown('left-blank', 'asunto.etiqueta', passage(best.piece, best.label!.start, best.label!.end));
  }
  const seen = joined(lines);
  const value = normalised(lines.map((line) => line.raw));
  if (saysNothing(value)) return unknown('empty-formula', 'asunto.etiqueta', seen);
  return found(value, seen, best.label!.marked ? 0.97 : 0.88, 'asunto.etiqueta');
}

// "El que se indica" and its sisters say nothing (dossier §1.3).
const EMPTY = 'INDICA CITA MENCIONA EXPRESA SEÑALA DETALLA ESPECIFICA DESCRIBE EXPONE'
  .split(' ')
  .map((verb) => `ELQUESE${verb}`);

function saysNothing(value: string): boolean {
  const letters = lettersOf(asLetters(fold(value))).replace(/ALRUBRO|ENELTEXTO|ALCALCE/, '');
  return EMPTY.some((formula) => isNear(letters, formula));
}

// Dossier §1.1: one to four lines; narrow columns need more.
const MOST_LINES = 8;

function linesOf(sheet: Sheet, labelPiece: Piece, label: Label): Passage[] {
  const value = valueAt(sheet, labelPiece, label.end);
  if (!value) return [];
  const first = restOf(value.piece, value.from);
  const seen = [passage(value.piece, value.from, value.piece.text.length), ...fadedRest(sheet, value.piece)];
  const indent = first.tokens[0]?.box.x ?? value.piece.box.x;
  let last = value.piece;
  while (seen.length < MOST_LINES) {
    const next = continuation(sheet, labelPiece, last, indent);
    if (!next) break;
    seen.push(passage(next, 0, next.text.length), ...fadedRest(sheet, next));
    last = next;
  }
  return seen;
}

// Letters that faded leave a gap; another column begins farther off.
const FADED = 4.5;

/** What follows on a line behind a gap where letters faded. */
function fadedRest(sheet: Sheet, line: Piece): Passage[] {
  const right = pieceRightOf(sheet, line);
  if (!right || right.row !== line.row || isSomethingElse(right)) return [];
  return right.box.x - rightOf(line.box) < FADED * sheet.letter ? [passage(right, 0, right.text.length)] : [];
}

// Single spacing leaves less than a line's height between lines, double spacing about one and a half.
const LINE_GAP = 1.6;

// A sentence that ends (not in a short form, `Priv. Cinco de Mayo`), and a line that keeps away from it.
const FULL_STOP = /(?:(?<!\b(?:priv|prol|blvd|carr|fracc|profr?a?))(?<=\p{L}{4})|["”)])\.$/iu;
const SET_APART = 0.85;

// No subject ends in one of these.
const ASKS_FOR_MORE = /(?:\b(?:AL?|CON|DEL?|EL|EN|LAS?|LOS|NO|NUM\.|O|PARA|POR|QUE|SE|SU|UNA?|Y)|[,-])\s*$/;

function continuation(sheet: Sheet, label: Piece, last: Piece, indent: number): Piece | undefined {
  const left = label.box.x - 2 * sheet.letter;
  const candidates = sheet.pieces.filter(
    (piece) =>
      piece.box.y > last.box.y + last.box.height / 2 &&
      piece.box.y - bottomOf(last.box) < LINE_GAP * sheet.size &&
      piece.box.x >= left &&
      piece.box.x < rightOf(last.box),
  );
  const next = candidates.sort((a, b) => a.box.y - b.box.y)[0];
  if (!next || isRowValue(sheet, next) || isSomethingElse(next)) return undefined;
  const backAtMargin =
    next.box.x < indent - 3 * sheet.letter && last.box.x >= indent - sheet.letter && last !== label;
  if (FULL_STOP.test(last.text) && backAtMargin) return undefined;
  if (FULL_STOP.test(last.text) && next.box.y - bottomOf(last.box) > SET_APART * sheet.size) return undefined;
  const hangs = Math.abs(next.box.x - indent) <= 3 * sheet.letter || next.box.x > indent;
  // Flush with its label, a line goes on only where the one above had no room for its first word.
  return hangs || ASKS_FOR_MORE.test(last.folded) || isFull(sheet, label, last, next) ? next : undefined;
}

function isFull(sheet: Sheet, label: Piece, last: Piece, next: Piece): boolean {
  const edge = Math.max(
    ...sheet.pieces
      .filter((piece) => piece.box.x >= label.box.x - sheet.letter)
      .map((piece) => rightOf(piece.box)),
  );
  return rightOf(last.box) + next.tokens[0]!.box.width + 2 * sheet.letter >= edge;
}

function isSomethingElse(piece: Piece): boolean {
  if (startsRow(piece) || isPresente(piece) || startsWithTitle(piece)) return true;
  // Specks and strokes: neither a word nor a number.
  if (!/\p{L}{2}|^\W*\d[\d\s/.,-]*\W*$/u.test(piece.text)) return true;
  if (/\b(?:RECIB[I1]D[O0]|DESPACHAD[O0]|ACUSE|PRESENTE)\b/.test(piece.folded)) return true;
  return datesIn(piece.folded).some(
    (date) => date.iso !== null && (placeBefore(piece, date.start) !== null || date.start <= LINK_LENGTH),
  );
}

// `A 14 de marzo de 1987` is the date of the letter, `ceremonia del 16 de septiembre` is its subject.
const LINK_LENGTH = 3;

const normalised = (lines: readonly string[]): string => joinLines(lines).replace(/^[\s:;.-]+|\s+$/g, '');
