import { OFFICE } from '../../extraction/offices/office.ts';
import { isUnderStamp } from '../../extraction/offices/stamp.ts';
import { entityNamed } from '../../extraction/offices/states.ts';
import { hasNameCase } from '../../extraction/people/posts.ts';
import { type Candidate, decide } from '../../extraction/text/candidates.ts';
import { unknown } from '../../extraction/text/field.ts';
import { joined, passage } from '../../extraction/text/flow.ts';
import { joinLines } from '../../extraction/text/join-lines.ts';
import { isRowValue, labelOf, restOf, startsRow, valueAt } from '../../extraction/text/labels.ts';
import { pieceAbove, pieceBelow } from '../../extraction/text/neighbours.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import type { Field, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { text } from '../kinds/text.ts';
import { inWords } from '../search.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly dependenciaEmisora: string;
  }
}

/** The office that issues: the cuadro's DEPENDENCIA, else the office that the letterhead names. */
export const dependenciaEmisora = {
  label: 'Dependencia',
  kind: text,
  papers: 'every',
  read: (reading, of) => read(reading, of('tipoDocumental')),
  columns: 'dependencia|dependencia emisora|dependencia remitente|unidad emisora',
  search: inWords,
  dublinCore: { element: 'creator' },
  ead3: { element: 'corpname' },
} satisfies FieldDefinition<'dependenciaEmisora'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<string> {
  if (tipo === 'CARATULA') return unknown('not-applicable', 'dependencia.membrete');
  const { cover } = reading;
  const candidates: Candidate<string>[] = [];
  for (const piece of cover?.pieces ?? []) {
    if (piece.box.y > reading.bodyTop) continue;
    const label = labelOf(piece);
    if (label?.name === 'dependencia') {
      const candidate = labelled(cover!, piece, label.end);
      if (candidate) candidates.push(candidate);
    } else if (piece.box.y < LETTERHEAD * cover!.height && !label?.marked) {
      const candidate = tipo === 'ACTA_CABILDO' ? council(cover!, piece) : printed(cover!, piece);
      if (candidate) candidates.push(candidate);
    }
  }
  return decide(candidates, 'dependencia.etiqueta', (value) => value);
}

// Dossier §1.1: the letterhead takes the upper 0.14; typed ones, and photographs with a margin, sit lower.
const LETTERHEAD = 0.22;

// The column of the cuadro is narrow.
const MOST_LINES = 3;

function labelled(sheet: Sheet, piece: Piece, end: number): Candidate<string> | undefined {
  const value = valueAt(sheet, piece, end);
  if (!value) return undefined;
  const lines = [passage(value.piece, value.from, value.piece.text.length)];
  const indent = restOf(value.piece, value.from).tokens[0]?.box.x ?? value.piece.box.x;
  let last = value.piece;
  while (lines.length < MOST_LINES) {
    const next = pieceBelow(sheet, last, 1.4);
    // A name too long for its line goes on under itself, without a label of its own.
    if (!next || startsRow(next) || isRowValue(sheet, next)) break;
    if (Math.abs(next.box.x - indent) >= 3 * sheet.letter) break;
    lines.push(passage(next, 0, next.text.length));
    last = next;
  }
  const text = tidy(joinLines(lines.map((line) => line.raw)));
  if (text.length < 3) return undefined;
  return { value: text, seen: joined(lines), strength: 0.97, rule: 'dependencia.etiqueta' };
}

// The name of an office goes on below.
const ASKS_FOR_MORE = /\b(?:DEL?|EL|LAS?|LOS|Y|E)$/;

// What narrow letterheads leave for the line below: `DEPARTAMENTO DE ALUMBRADO` over `PUBLICO`.
const ADJECTIVE =
  /^(?:MUNICIPAL(?:ES)?|PUBLIC[OA]S?|URBAN[OA]S?|GENERAL(?:ES)?|SOCIAL|RURAL|CIVIL|CIUDADANA|ECONOMIC[OA]|JURIDIC[OA]S?|ADMINISTRATIV[OA]S?)\W{0,2}$/;

/** An office named in the letterhead; the first is the superior one, which the cuadro calls dependencia. */
function printed(sheet: Sheet, piece: Piece): Candidate<string> | undefined {
  if (
    piece.folded.length > 80 ||
    !OFFICE.test(piece.folded) ||
    !hasNameCase(piece.text) ||
    /,\sC\./.test(piece.folded)
  )
    return undefined;
  // `… PRESIDENTA DE LA` over `JUNTA`: the rest of a line, not a line of its own.
  if (ASKS_FOR_MORE.test(pieceAbove(sheet, piece, 1.2)?.folded ?? '')) return undefined;
  // `DE: Eva Tovar` over `Secretaria de Finanzas`: whose post it is, not the letterhead.
  const above = pieceAbove(sheet, piece, 1.7);
  const row = above && labelOf(above)?.name;
  if (isUnderStamp(sheet, piece) || row === 'de' || row === 'para') return undefined;
  const lines = [piece];
  const next = pieceBelow(sheet, piece, 1.2);
  const goesOn = next && (ASKS_FOR_MORE.test(piece.folded) || ADJECTIVE.test(next.folded));
  if (goesOn && hasNameCase(next.text) && !startsRow(next)) lines.push(next);
  const seen = joined(lines.map((line) => passage(line, 0, line.text.length)));
  // The presidency stands for the whole town hall when an office of its own follows.
  const strength = /^\W{0,3}PRES[I1]DENC[I1]A/.test(piece.folded) ? 0.89 : 0.92;
  const value = tidy(joinLines(lines.map((line) => line.text)));
  return { value, seen, strength, rule: 'dependencia.membrete' };
}

const COUNCIL =
  /(?:\b(?:[RHI]\.|REPUBLICANO|HONORABLE|ILUSTRE)\s)?\bAYUNTAMIENTO(?:\s(?:CONSTITUCIONAL|MUNICIPAL))?\sDE(?:L\sMUNICIPIO\sDE)?\s[A-ZÑ .,'-]{3,60}$/;

/** What an acta records is an act of the council that its heading names, on one line or two. */
function council(sheet: Sheet, piece: Piece): Candidate<string> | undefined {
  const match = COUNCIL.exec(piece.folded);
  if (!match) return undefined;
  const lines = [passage(piece, match.index, piece.text.length)];
  const next = pieceBelow(sheet, piece, 0.9);
  const complete =
    /,.{3,}/.test(match[0]) && entityNamed(match[0].slice(match[0].lastIndexOf(',') + 1)) !== null;
  if (next && !complete && /^[A-ZÑ .,'-]{3,40}$/.test(next.folded))
    lines.push(passage(next, 0, next.text.length));
  const seen = joined(lines);
  return {
    value: tidy(joinLines(lines.map((line) => line.raw))),
    seen,
    strength: 0.92,
    rule: 'dependencia.cabildo',
  };
}

const tidy = (text: string): string =>
  joinLines([text])
    .replace(/^[\s:;.,\-"']+|[\s:;,\-']+$/g, '')
    // A quote that closes what the name opens stays: `ESC. PRIM. "NIÑOS HEROES"`.
    .replace(/^([^"]*)"$/, '$1')
    .replace(/(?<=\p{L}{4})\.$/u, '');
