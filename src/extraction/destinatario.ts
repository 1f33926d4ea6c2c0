import type { Field, Persona } from '../document.ts';
import { bottomOf } from './boxes.ts';
import { datesIn } from './dates.ts';
import { found, unknown } from './field.ts';
import { joined, type Passage, passage } from './flow.ts';
import { isRowValue, labelOf, restOf, startsRow, valueOf } from './labels.ts';
import { pieceAbove, pieceBelow } from './neighbours.ts';
import { personaOf } from './persona.ts';
import { placeBefore } from './places.ts';
import { isPresente } from './presente.ts';
import { looksLikeName, namesPost } from './posts.ts';
import type { Reading } from './reading.ts';
import type { Piece, Sheet } from './sheet.ts';
import { startsWithTitle, titleOf } from './titles.ts';

/** Whom the document addresses: the lines above PRESENTE, or what a memorandum's table says after PARA. */
export function destinatario(reading: Reading): Field<Persona> {
  const { cover } = reading;
  if (!cover) return unknown('not-found', 'destinatario.presente');
  const table = afterLabel(cover, 'para', reading.bodyTop);
  if (table) return persona(table, 0.95, 'destinatario.para');
  const presente = cover.pieces.find((piece) => isPresente(piece) && piece.box.y < LOWEST * cover.height);
  const above = presente ? addressAbove(cover, presente) : [];
  if (above.length > 0) return persona(above, 0.96, 'destinatario.presente');
  const titled = cover.pieces.find(
    (piece) =>
      startsWithTitle(piece) &&
      isWholeAddressee(piece) &&
      !isRowValue(cover, piece) &&
      piece.box.y > HIGHEST * cover.height &&
      piece.box.y < reading.bodyTop &&
      piece.box.x < LEFT_ZONE * cover.width,
  );
  return titled ? persona(addressBelow(cover, titled), 0.8, 'destinatario.titulo') : unknown('not-found', 'destinatario.presente');
}

const isWholeAddressee = (piece: Piece): boolean => {
  const { rest } = titleOf(piece.text);
  const [text, folded] = [piece.text.slice(rest), piece.folded.slice(rest)];
  return looksLikeName(text, folded) || (/^\p{Lu}/u.test(text) && namesPost(folded.split(' ')[0]!));
};

// Dossier §1.1, zone 5, widened for papers with a tall letterhead.
const HIGHEST = 0.12;
const LOWEST = 0.65;
const LEFT_ZONE = 0.45;
// PRESENTE often stands apart; the lines of an address do not.
const APART = 3;
const TOGETHER = 1.7;
const MOST_LINES = 7;

function persona(lines: readonly Passage[], strength: number, rule: string): Field<Persona> {
  const seen = joined(lines);
  const value = personaOf(lines.map((line) => line.raw));
  if (!value) return unknown('not-found', rule, seen);
  // Without a post the last line may be part of the name or of nothing.
  const complete = value.cargo !== null && (value.nombre === null || lines.length <= 4);
  return found(value, seen, complete ? strength : strength - 0.1, rule);
}

const whole = (piece: Piece): Passage => passage(piece, 0, piece.text.length);

function addressAbove(sheet: Sheet, presente: Piece): Passage[] {
  const lines: Piece[] = [];
  let last = presente;
  while (lines.length < MOST_LINES) {
    const next = pieceAbove(sheet, last, lines.length === 0 ? APART : TOGETHER);
    if (!next || next.box.x > LEFT_ZONE * sheet.width || isNoAddress(next)) break;
    lines.unshift(next);
    last = next;
    if (lines.length > 1 && startsWithTitle(next) && !namesPost(next.folded)) break;
  }
  return lines.filter((line) => !isWhereabouts(line)).map(whole);
}

function addressBelow(sheet: Sheet, first: Piece): Passage[] {
  const lines = [first];
  while (lines.length < 3) {
    const next = pieceBelow(sheet, lines.at(-1)!, TOGETHER);
    if (!next || isNoAddress(next) || bottomOf(next.box) > LOWEST * sheet.height) break;
    if (!namesPost(next.folded)) break;
    lines.push(next);
  }
  return lines.map(whole);
}

const isNoAddress = (piece: Piece): boolean =>
  piece.folded.length > 90 || startsRow(piece) || datesIn(piece.folded).length > 0;

/** Lines that say where the addressee is, not who: a second PRESENTE, a street, the town. */
const isWhereabouts = (piece: Piece): boolean =>
  isPresente(piece) ||
  (/^(?:DE|EN)\s/.test(piece.folded) && placeBefore(piece, piece.folded.length) !== null) ||
  /^(?:CALLE|AV\.|AVENIDA|DOMICILIO|PALACIO MUNICIPAL|COL\.|COLONIA|AT['N]{1,2}|ATENCION)\b/.test(piece.folded);

/** The lines that follow a label of a memorandum's table, such as PARA or DE. */
export function afterLabel(sheet: Sheet, name: 'para' | 'de', bodyTop: number): Passage[] | undefined {
  const limit = Math.max(bodyTop, TABLE_BOTTOM * sheet.height);
  const piece = sheet.pieces.find(
    (candidate) => candidate.box.y < limit && labelOf(candidate)?.name === name && labelOf(candidate)!.marked,
  );
  const value = piece && valueOf(sheet, piece, labelOf(piece)!.end);
  if (!value) return undefined;
  const lines = [passage(value.piece, value.from, value.piece.text.length)];
  const indent = restOf(value.piece, value.from).tokens[0]?.box.x ?? value.piece.box.x;
  let last = value.piece;
  while (lines.length < 3) {
    const next = pieceBelow(sheet, last, TOGETHER);
    if (!next || startsRow(next) || isRowValue(sheet, next) || Math.abs(next.box.x - indent) > 3 * sheet.letter) break;
    lines.push(whole(next));
    last = next;
  }
  return lines;
}

const TABLE_BOTTOM = 0.45;
