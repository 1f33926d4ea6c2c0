import type { Field, Persona, TipoDocumental } from '../document.ts';
import { bottomOf, rightOf } from './boxes.ts';
import { isClosing, isLema } from './closing.ts';
import { datesIn } from './dates.ts';
import { afterLabel } from './destinatario.ts';
import { found, unknown } from './field.ts';
import { joined, passage } from './flow.ts';
import { joinLines } from './join-lines.ts';
import { pieceAbove, pieceBelow } from './neighbours.ts';
import { nameOf, personaOf, postOf } from './persona.ts';
import { hasNameCase, looksLikeName, namesPost } from './posts.ts';
import { isPresente } from './presente.ts';
import { petitionerOf } from './promovente.ts';
import type { Reading } from './reading.ts';
import type { Piece, Sheet } from './sheet.ts';
import { startsWithTitle, titleOf } from './titles.ts';

/** Who signs: name and post under the closing formula, or what a memorandum's table says after DE. */
export function remitente(reading: Reading, tipo: TipoDocumental | null): Field<Persona> {
  const { cover, closing } = reading;
  if (tipo === 'CARATULA') return unknown('not-applicable', 'remitente.firma');
  if (tipo === 'ACTA_CABILDO') return attestor(reading);
  if (tipo && SEVERAL.has(tipo)) return unknown('several-signers', 'remitente.firma');
  const petitioner = cover && tipo === 'ESCRITO_CIUDADANO' ? petitionerOf(cover) : undefined;
  if (petitioner) return petitioner;
  // DE without PARA is a word of the text.
  const isTable = cover && afterLabel(cover, 'para', reading.bodyTop) !== undefined;
  const table = isTable ? afterLabel(cover, 'de', reading.bodyTop) : undefined;
  const fromTable = table && personaOf(table.map((line) => line.raw));
  if (table && fromTable) return found(fromTable, joined(table), 0.95, 'remitente.de');
  if (closing) {
    const lines = signatureLines(closing.sheet, closing.piece);
    const whole = lines.some(isName) && lines.some((line) => namesPost(line.folded));
    const overleaf = closing.next && !whole ? topLines(closing.next) : [];
    const signed = signer([...lines, ...overleaf], 0.96, 'remitente.firma');
    if (signed) return signed;
  }
  for (const sheet of reading.ending) {
    const signed = signer(lastSignature(sheet), 0.82, 'remitente.al-calce');
    if (signed) return signed;
  }
  return unknown('not-found', 'remitente.firma');
}

// All who took part sign: none of them is the sender.
const SEVERAL: ReadonlySet<TipoDocumental> = new Set(['CONVENIO', 'CONTRATO']);

/** All who met sign an acta; the secretary of the council answers for it. */
function attestor({ ending }: Reading): Field<Persona> {
  for (const sheet of ending.toReversed()) {
    const post = sheet.pieces.findLast((piece) =>
      /^(?:(?:EL|LA)\s)?(?:C\.\s)?SECRETARI[OA]\b/.test(piece.folded),
    );
    const names = post ? nameBeside(sheet, post) : [];
    if (!post || names.length === 0) continue;
    const seen = joined([...names, post].map((line) => passage(line, 0, line.text.length)));
    const name = nameOf(joinLines(names.map((line) => line.text)));
    return found({ ...name, cargo: postOf([post.text]) }, seen, 0.93, 'remitente.secretario');
  }
  return unknown('several-signers', 'remitente.secretario');
}

/** The name right above a post, on one line or two, else the one right below it. */
function nameBeside(sheet: Sheet, post: Piece): Piece[] {
  const above = pieceAbove(sheet, post, 1.7);
  if (above && startsWithTitle(above) && isFullName(above)) return [above];
  const first = above && pieceAbove(sheet, above, 1);
  if (above && first && startsWithTitle(first) && !namesPost(above.folded)) return [first, above];
  const below = pieceBelow(sheet, post, 6);
  return [above, below].filter((piece) => piece !== undefined && isFullName(piece)).slice(0, 1) as Piece[];
}

// c.c.p., initials of the typist, who drew it up: nothing below them is the signature.
const FOOT =
  /^(?:C\.?\s?C\.?\s?P\b|C\.?C\.?\s|[A-ZÑ'.]{2,8}\s?[/*]\s?[A-ZÑ]{2,5}|ELABOR|VO\.?\s?BO|ANEXO|EXP\.)/;
const NOT_SIGNATURE = /\b(?:RECIB[I1]D[O0]|DESPACHAD[O0]|ACUSE|SELLO|R[UÚ]BRICA|FIRMA)\b|^\W*$|\d{3}/;

function signatureLines(sheet: Sheet, closing: Piece): Piece[] {
  const below = sheet.pieces.filter((piece) => piece.box.y > closing.box.y + closing.box.height / 2);
  const foot = Math.min(
    ...below.filter((piece) => FOOT.test(piece.folded)).map((piece) => piece.box.y),
    Infinity,
  );
  const lines = below.filter((piece) => piece.box.y < foot - 1 && !isOther(piece));
  const under = lines.filter((piece) => isUnder(sheet, closing, piece));
  const chosen = under.some((piece) => looksSigned(piece)) ? under : firstColumn(lines);
  return chosen.sort((a, b) => a.box.y - b.box.y).slice(0, MOST_LINES);
}

const MOST_LINES = 8;

const isName = (piece: Piece): boolean => startsWithTitle(piece) || isFullName(piece);

/** The lines at the top of the page after the closing formula, down to the c.c.p. */
function topLines(sheet: Sheet): Piece[] {
  const foot = sheet.pieces.findIndex((piece) => FOOT.test(piece.folded) || piece.box.y > 0.3 * sheet.height);
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

const isUnder = (sheet: Sheet, closing: Piece, piece: Piece): boolean =>
  piece.box.x < rightOf(closing.box) + 2 * sheet.letter &&
  rightOf(piece.box) > closing.box.x - 2 * sheet.letter;

const looksSigned = (piece: Piece): boolean =>
  startsWithTitle(piece) || namesPost(piece.folded) || looksLikeName(piece.text, piece.folded);

/** Of signatures side by side, the first from the left. */
function firstColumn(lines: readonly Piece[]): Piece[] {
  const first = lines.filter(looksSigned).sort((a, b) => a.box.x - b.box.x)[0];
  return first
    ? lines.filter((piece) => piece.box.x < rightOf(first.box) && rightOf(piece.box) > first.box.x)
    : [];
}

/** Without a closing formula: the last name on a line of its own that has a post above or below it. */
function lastSignature(sheet: Sheet): Piece[] {
  const lower = sheet.pieces.slice(sheet.pieces.length >> 1);
  const name = lower.findLast((piece) => isFullName(piece) && startsWithTitle(piece));
  if (!name) return [];
  const posts = [pieceAbove(sheet, name, 6), pieceBelow(sheet, name, 1.7)].filter(
    (piece) => piece !== undefined && hasNameCase(piece.text) && namesPost(piece.folded) && !isOther(piece),
  );
  return posts.length === 0 ? [] : [name, ...(posts as Piece[])].sort((a, b) => a.box.y - b.box.y);
}

const isFullName = (piece: Piece): boolean => looksLikeName(stripped(piece), restOfName(piece));

// Name and post stand close together; a signature lies between formula and name.
const TOGETHER = 1.7;

function signer(lines: readonly Piece[], strength: number, rule: string): Field<Persona> | undefined {
  let at = lines.findIndex((line) => titleOf(line.text).titulo !== null && !namesPost(restOfName(line)));
  if (at < 0) at = lines.findIndex((line) => looksLikeName(stripped(line), restOfName(line)));
  const name = lines[at];
  if (!name) {
    const posts = lines.filter((line) => namesPost(line.folded));
    if (posts.length === 0) return undefined;
    const seen = joined(posts.map((line) => passage(line, 0, line.text.length)));
    return found(
      { titulo: null, nombre: null, cargo: postOf(posts.map((p) => p.text)) },
      seen,
      strength - 0.2,
      rule,
    );
  }
  const after = run(lines.slice(at), name).slice(1);
  const before = lines
    .slice(0, at)
    .filter((line) => namesPost(line.folded) || /^(?:EL|LA|DEL?)\s/.test(line.folded));
  const posts = after.some((line) => namesPost(line.folded)) ? after : before;
  const seen = joined([name, ...posts].map((line) => passage(line, 0, line.text.length)));
  const value = { ...nameOf(name.text), cargo: postOf(posts.map((line) => line.text)) };
  const sure = value.titulo !== null || looksLikeName(stripped(name), name.folded);
  return found(value, seen, strength - (value.cargo === null ? 0.1 : 0) - (sure ? 0 : 0.1), rule);
}

const stripped = (line: Piece): string => line.text.slice(titleOf(line.text).rest);
const restOfName = (line: Piece): string => line.folded.slice(titleOf(line.text).rest);

/** The lines that follow one another without a blank one between. */
function run(lines: readonly Piece[], first: Piece): Piece[] {
  const together = [first];
  for (const line of lines.slice(1)) {
    const last = together.at(-1)!;
    if (line.box.y - bottomOf(last.box) > TOGETHER * last.box.height || together.length > 3) break;
    if (startsWithTitle(line) && !namesPost(line.folded)) break;
    together.push(line);
  }
  return together;
}
