import { copyMark } from '../../../extraction/people/copy-mark.ts';
import { initialsIn } from '../../../extraction/people/initials.ts';
import { personaOf } from '../../../extraction/people/persona.ts';
import { joined, passage } from '../../../extraction/text/flow.ts';
import { joinLines } from '../../../extraction/text/join-lines.ts';
import { type Item, listOf } from '../../../extraction/text/listed.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../../extraction/text/sheet.ts';
import { bottomOf } from '../../../model/boxes.ts';
import type { Field, Listed, Persona } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { several } from '../../kinds/list.ts';
import { inPersona } from '../../search.ts';

/** A line of the c.c.p.: to whom a copy went, and what for. */
export interface Copia extends Persona, Listed {
  readonly proposito: string | null;
}

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly ccp?: readonly Copia[];
  }
}

/** To whom copies went: one entry a line below the signature. */
export const ccp = {
  label: 'C.c.p.',
  kind: several<Copia, Pick<Copia, 'raw'>>({ essence: ({ raw }) => [raw], exact: false }),
  papers: { except: ['ACTA_CABILDO', 'CONVENIO', 'CONTRATO', 'CARATULA'] },
  read,
  columns: 'ccp|con copia para|copias para',
  search: { ...inPersona, inPassing: true },
} satisfies FieldDefinition<'ccp'>;

function read(reading: Reading): Field<readonly Copia[]> {
  const sheets = reading.closing
    ? [reading.closing.sheet, ...(reading.closing.next ? [reading.closing.next] : [])]
    : reading.ending;
  const items = sheets.flatMap(entriesOf).flatMap(itemOf);
  return listOf(items.slice(0, MOST), 'ccp.etiqueta');
}

const MOST = 30;
// An entry goes on, or the next begins, right below.
const TOGETHER = 1.7;

function entriesOf(sheet: Sheet): Piece[][] {
  const lower = sheet.pieces.filter((piece) => piece.box.y > UPPER * sheet.height);
  const first = lower.findIndex((piece) => copyMark(piece) > 0);
  if (first < 0) return [];
  const entries: Piece[][] = [];
  let last = lower[first]!;
  for (const piece of lower.slice(first)) {
    const marked = copyMark(piece) > 0;
    const apart = piece.box.y - bottomOf(last.box) > TOGETHER * Math.max(sheet.size, last.box.height);
    if (initialsIn(piece.text) !== null || DRAWN_UP.test(piece.folded) || (!marked && apart)) break;
    // A line without the mark begins another copy only where the one above has ended.
    if (marked || /[.]\W{0,2}$/.test(last.text)) entries.push([piece]);
    else entries.at(-1)!.push(piece);
    last = piece;
  }
  return entries;
}

// Who drew it up stands below the copies.
const DRAWN_UP = /^(?:ELABOR|REVIS|ANEXO|CAPTUR)/;

// Papers of half a page close early.
const UPPER = 0.3;

function itemOf(lines: readonly Piece[]): Item<Omit<Copia, 'raw' | 'evidence'>>[] {
  const first = lines[0]!;
  const from = copyMark(first);
  const seen = joined(lines.map((line, i) => passage(line, i === 0 ? from : 0, line.text.length)));
  const text = joinLines(seen.raw.split('\n'));
  const [who = '', ...rest] = text.split(/\.\s?[-—–]{1,2}\s?|\s[-—–]\s/);
  const addressee = who.replace(/[\s.,]+$/, '');
  if (addressee.length < 3) return [];
  const proposito = rest.join('. ').replace(/[\s.,-]+$/, '') || null;
  const persona = personaOf([addressee]) ?? { titulo: null, nombre: null, cargo: addressee };
  return [{ value: { ...persona, proposito }, seen, strength: from > 0 ? 0.95 : 0.85 }];
}
