import { datesIn } from '../../../extraction/dates/dates.ts';
import { isStampWord } from '../../../extraction/offices/stamp.ts';
import { flowOf, joined, passage } from '../../../extraction/text/flow.ts';
import { type Item, listOf } from '../../../extraction/text/listed.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../../extraction/text/sheet.ts';
import { middleOf, sharedWidth } from '../../../model/boxes.ts';
import type { Field, Listed } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { several } from '../../kinds/list.ts';

/** What the desk that receives or sends stamped on the paper. `hora` is `HH:MM`. */
export interface Sello extends Listed {
  readonly tipo: 'RECIBIDO' | 'DESPACHADO';
  readonly fecha: string | null;
  readonly hora: string | null;
}

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly sellos?: readonly Sello[];
  }
}

/** The stamps of receipt and dispatch, each with the day and hour that it bears. */
export const sellos = {
  label: 'Sellos',
  kind: several<Sello, Pick<Sello, 'tipo' | 'fecha'>>({
    essence: ({ tipo, fecha }) => [tipo, fecha],
    exact: true,
  }),
  papers: { except: ['CARATULA'] },
  read,
  columns: 'sellos',
  search: { as: 'date', texts: ({ fecha }) => (fecha === null ? [] : [fecha]), inPassing: true },
} satisfies FieldDefinition<'sellos'>;

// About half a stamp, in heights of type: from its word to its farthest line.
const REACH = 5;

function read({ opening, closing, ending }: Reading): Field<readonly Sello[]> {
  const sheets = new Set([...opening, ...(closing ? [closing.sheet] : []), ...ending]);
  return listOf([...sheets].flatMap(stampsOf), 'sellos.palabra');
}

function stampsOf(sheet: Sheet): Item<Omit<Sello, 'raw' | 'evidence'>>[] {
  const items: Item<Omit<Sello, 'raw' | 'evidence'>>[] = [];
  const taken = new Set<Piece>();
  for (const word of sheet.pieces.filter(isStampWord)) {
    const tipo = TYPES.find(([, pattern]) => pattern.test(word.folded))?.[0];
    if (!tipo || taken.has(word)) continue;
    const lines = sheet.pieces.filter(
      (piece) =>
        piece === word ||
        (piece.folded.length < LONGEST &&
          Math.abs(middleOf(piece.box) - middleOf(word.box)) < REACH * sheet.size &&
          sharedWidth(piece.box, word.box) > 0 &&
          (isStampWord(piece) || datesIn(piece.folded).length > 0 || HOUR.test(piece.folded))),
    );
    for (const line of lines) taken.add(line);
    const flow = flowOf(lines.flatMap((line) => line.tokens));
    const date = datesIn(flow.folded).find(({ iso }) => iso !== null);
    const hour = HOUR.exec(
      date ? flow.folded.slice(0, date.start) + flow.folded.slice(date.end) : flow.folded,
    );
    const seen = joined(lines.map((line) => passage(line, 0, line.text.length)));
    // Ink over ink: a day that was read is plausible, one that was not is unknown.
    items.push({
      value: {
        tipo,
        fecha: date?.iso ?? null,
        hora: hour ? `${hour[1]!.padStart(2, '0')}:${hour[2]}` : null,
      },
      seen: { ...seen, raw: seen.raw.replaceAll('\n', ' ') },
      strength: date ? 0.92 : 0.8,
    });
  }
  return items;
}

const LONGEST = 40;
const TYPES = [
  ['RECIBIDO', /REC[I1]B|ACUSE|RECEPC|ENTRADA/],
  ['DESPACHADO', /DESPACH|SALIDA/],
] as const;
const HOUR = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/;
