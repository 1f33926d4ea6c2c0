import { afterLabel } from '../../extraction/forms/memo-table.ts';
import {
  addressAbove,
  isNoAddress,
  isWhereabouts,
  LEFT_ZONE,
  TOGETHER,
  withoutWhereabouts,
} from '../../extraction/offices/address.ts';
import { isCollective, personaOf } from '../../extraction/people/persona.ts';
import { hasNameCase, looksLikeName, namesPost } from '../../extraction/people/posts.ts';
import { isPresente } from '../../extraction/people/presente.ts';
import { startsWithTitle, titleOf } from '../../extraction/people/titles.ts';
import { found, unknown } from '../../extraction/text/field.ts';
import { type Flow, flowOf, joined, type Passage, passage } from '../../extraction/text/flow.ts';
import { fold, lettersOf } from '../../extraction/text/fold.ts';
import { isRowValue } from '../../extraction/text/labels.ts';
import { pieceBelow, pieceRightOf } from '../../extraction/text/neighbours.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import { bottomOf } from '../../model/boxes.ts';
import type { Field, Persona, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { persona as personaKind } from '../kinds/persona.ts';
import { inPersona } from '../search.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly destinatario: Persona;
  }
}

/** Whom the document addresses: the lines above PRESENTE, or what a memorandum's table says after PARA. */
export const destinatario = {
  label: 'Destinatario',
  kind: personaKind,
  papers: 'every',
  read: (reading, of) => read(reading, of('tipoDocumental')),
  columns: 'destinatario|para|dirigido a|a quien se dirige',
  search: inPersona,
  dublinCore: { element: 'contributor' },
} satisfies FieldDefinition<'destinatario'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<Persona> {
  const { cover } = reading;
  if (!cover) return unknown('not-found', 'destinatario.presente');
  const table = afterLabel(cover, 'para', reading.bodyTop);
  if (table) return persona(table, 0.95, 'destinatario.para');
  const presente = cover.pieces.find((piece) => isPresente(piece) && piece.box.y < LOWEST * cover.height);
  const above = presente
    ? withoutWhereabouts(addressAbove(cover, presente)).map((line) => lineOf(cover, line))
    : [];
  if (above.length > 0) return persona(above, 0.96, 'destinatario.presente');
  // A form or a resolution names people, and addresses nobody.
  if (tipo && UNADDRESSED.has(tipo)) return unknown('not-found', 'destinatario.presente');
  const titled = cover.pieces.find(
    (piece) =>
      (isCollective(piece.folded) || (startsWithTitle(piece) && isWholeAddressee(piece))) &&
      !isRowValue(cover, piece) &&
      piece.box.y > HIGHEST * cover.height &&
      piece.box.y < reading.bodyTop &&
      piece.box.x < LEFT_ZONE * cover.width,
  );
  return titled
    ? persona(addressBelow(cover, titled), 0.8, 'destinatario.titulo')
    : unknown('not-found', 'destinatario.presente');
}

const UNADDRESSED: ReadonlySet<TipoDocumental> = new Set([
  'ACTA_CABILDO',
  'ACUERDO',
  'CARATULA',
  'CERTIFICADO',
  'CONSTANCIA',
  'CONTRATO',
  'CONVENIO',
  'DICTAMEN',
  'LICENCIA',
  'PERMISO',
  'RECIBO',
]);

const isWholeAddressee = (piece: Piece): boolean => {
  if (isBareTitle(piece)) return true;
  const { rest } = titleOf(piece.text);
  const [text, folded] = [piece.text.slice(rest), piece.folded.slice(rest)];
  // `CONTADOR MAYOR`, `INGENIERO MUNICIPAL`: the second word may name the post.
  const opening = folded.split(' ', 2).join(' ');
  return looksLikeName(text, folded) || (hasNameCase(text) && namesPost(opening));
};

/** `C. Lic.` above the name. */
const isBareTitle = (piece: Piece): boolean => {
  const { titulo, rest } = titleOf(piece.text);
  return titulo !== null && rest >= piece.text.length;
};

// Dossier §1.1, zone 5, widened for papers with a tall letterhead.
const HIGHEST = 0.12;
const LOWEST = 0.65;

function persona(lines: readonly Passage[], strength: number, rule: string): Field<Persona> {
  const seen = joined(lines);
  const value = personaOf(lines.map((line) => line.raw));
  // A stray letter or two are no addressee.
  if (!value || lettersOf(fold(`${value.nombre ?? ''}${value.cargo ?? ''}`)).length < FEWEST_LETTERS)
    return unknown('not-found', rule, seen);
  // Without a post the last line may be part of the name or of nothing.
  const complete = value.cargo !== null && (value.nombre === null || lines.length <= 4);
  return found(value, seen, complete ? strength : strength - 0.1, rule);
}

const FEWEST_LETTERS = 4;

const whole = (piece: Flow): Passage => passage(piece, 0, piece.text.length);

// `A LOS CC.` and a stamp over the words that say whom.
const BROKEN_OFF = /^\W{0,3}A\s?(?:LOS|LAS|TOD[OA]S?)(?:\sLOS)?\s(?:[CGO]\S{0,3}\s?)?$/;

function lineOf(sheet: Sheet, piece: Piece): Passage {
  const right = BROKEN_OFF.test(piece.folded) ? pieceRightOf(sheet, piece) : undefined;
  return whole(
    right
      ? flowOf([...piece.tokens, ...right.tokens.map((token) => ({ ...token, line: piece.index }))])
      : piece,
  );
}

function addressBelow(sheet: Sheet, first: Piece): Passage[] {
  const lines = [first];
  while (lines.length < 3) {
    const next = pieceBelow(sheet, lines.at(-1)!, TOGETHER);
    if (!next || isNoAddress(next) || bottomOf(next.box) > LOWEST * sheet.height) break;
    const last = lines.at(-1)!;
    const asked = /\bDEL?$/.test(last.folded) || isBareTitle(last);
    if (!asked && (isWhereabouts(next) || !namesPost(next.folded))) break;
    lines.push(next);
  }
  return lines.map((line) => lineOf(sheet, line));
}
