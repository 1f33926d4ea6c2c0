import { type DateRead, datesIn } from '../../extraction/dates/dates.ts';
import { type Ownership, ownershipOf } from '../../extraction/dates/ownership.ts';
import { type Candidate, decide, UNDECIDED } from '../../extraction/text/candidates.ts';
import { type Flow, flowOf, passage } from '../../extraction/text/flow.ts';
import { pieceBelow } from '../../extraction/text/neighbours.ts';
import { ownPages, pageFlow, type Reading } from '../../extraction/text/reading.ts';
import { rowFlow } from '../../extraction/text/row-order.ts';
import type { Sheet } from '../../extraction/text/sheet.ts';
import type { Field, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { date } from '../kinds/date.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly fechaDocumento: string;
  }
}

/** The document's own date as ISO 8601, apart from stamps and from the dates that it cites. */
export const fechaDocumento = {
  label: 'Fecha',
  kind: date,
  papers: 'every',
  read: (reading, of) => read(reading, of('tipoDocumental')),
  columns: 'fecha|fecha documento|fecha del documento|fecha de documento|fecha oficio|fecha del oficio',
  search: { as: 'date', texts: (value) => [value] },
  dublinCore: { element: 'date' },
} satisfies FieldDefinition<'fechaDocumento'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<string> {
  const sheets = ownPages(reading);
  const cover = reading.cover ? pageFlow(reading.cover).folded : '';
  const candidates = acrossPages(reading, tipo, cover);
  const broken = new Set(candidates.map((known) => known.seen.tokens[0]?.words[0]));
  const add = (sheet: Sheet, flows: readonly Flow[]) => {
    for (const { flow, date } of datesOf(flows)) {
      if (broken.has(passage(flow, date.start, date.end).tokens[0]?.words[0])) continue;
      const owned = ownershipOf({ flow, date, sheet, reading, tipo });
      if (owned.strength > 0) candidates.push(candidate(flow, date, owned, cover));
    }
  };
  for (const sheet of sheets) add(sheet, [pageFlow(sheet), ...columnsOf(sheet)]);
  // Justified print opens gaps that look like the gutter between two columns.
  if (!candidates.some(({ value }) => value !== null))
    for (const sheet of sheets) add(sheet, [rowFlow(sheet)]);
  return decide(candidates, 'fecha.lugar-fecha', String);
}

/** A date that the turn of the page breaks: `… a` overleaf `los veinticuatro días del mes de mayo …`. */
function acrossPages(reading: Reading, tipo: TipoDocumental | null, cover: string): Candidate<string>[] {
  const [first, second] = reading.ending;
  if (!first || !second || reading.closing) return [];
  const bottom = first.pieces.slice(-4).flatMap((piece) => piece.tokens);
  const top = second.pieces.slice(0, 4).flatMap((piece) => piece.tokens);
  const flow = flowOf([...bottom, ...top]);
  const turn = flow.starts[bottom.length] ?? 0;
  return datesIn(flow.folded)
    .filter(
      (date) =>
        date.end > turn && !ENDS_SENTENCE.test(flow.folded.slice(Math.min(turn, date.start) - 2, date.start)),
    )
    .flatMap((date) => {
      const sheet = passage(flow, date.start, date.end).tokens[0]?.page === first.page ? first : second;
      const owned = ownershipOf({ flow, date, sheet, reading, tipo });
      return owned.strength > 0 ? [candidate(flow, date, owned, cover)] : [];
    });
}

// A sentence that ends, or a line that breaks off before its end, is not carried over.
const ENDS_SENTENCE = /[.;:]\s|\n[^\n]*\n/;

function candidate(flow: Flow, date: DateRead, owned: Ownership, cover: string): Candidate<string> {
  const seen = passage(flow, date.start, date.end);
  const { rule } = owned;
  const strength = date.doubted ? Math.min(owned.strength, UNDECIDED) : owned.strength;
  if (date.iso === null) {
    const vague = date.problem === 'no-year' || date.problem === 'relative-date';
    return { value: null, reason: date.problem!, seen, strength: vague ? strength * VAGUE : strength, rule };
  }
  if (date.other && !date.shortYear)
    return {
      value: date.iso,
      alternative: date.other,
      seen,
      strength: Math.min(strength, UNDECIDED),
      rule,
    };
  if (!date.shortYear) return { value: date.iso, seen, strength, rule };
  const [, century, year, rest] = /^(\d\d)(\d\d)(.*)$/.exec(date.iso)!;
  const named = ['19', '20'].filter((other) => new RegExp(`\\b${other}${year}\\b`).test(cover));
  if (named.length === 1) return { value: `${named[0]}${year}${rest}`, seen, strength, rule };
  // No archive holds papers of years to come.
  if (century === '20' && Number(year) > YOUNGEST)
    return { value: `19${year}${rest}`, seen, strength: strength - DOUBTFUL_CENTURY, rule };
  return { value: date.iso, seen, strength: strength - SHORT_YEAR, rule };
}

// Any whole date that is the document's own says more than a day without its year.
const VAGUE = 0.5;
// The century of `14/03/87` is an inference, unless the page writes that year out (`EXP. 12/1987`).
const SHORT_YEAR = 0.04;
// Between here and the pivot (calendar.ts) a young paper may be among the old ones.
const YOUNGEST = 25;
const DOUBTFUL_CENTURY = 0.3;

/** The dates of the page as it reads, and those that only show when a line is read on with the lines below it. */
function datesOf(flows: readonly Flow[]): { flow: Flow; date: DateRead }[] {
  const byFirstWord = new Map<unknown, { flow: Flow; date: DateRead }>();
  for (const flow of flows) {
    for (const date of atBothEnds(datesIn(flow.folded))) {
      const word = passage(flow, date.start, date.end).tokens[0]?.words[0];
      const known = byFirstWord.get(word);
      if (!known || (known.date.iso === null && date.iso !== null)) byFirstWord.set(word, { flow, date });
    }
  }
  return [...byFirstWord.values()];
}

// A page with more dates than this is a list, and its own date stands above or below it.
const MOST_DATES = 60;

const atBothEnds = (dates: readonly DateRead[]): readonly DateRead[] =>
  dates.length <= 2 * MOST_DATES ? dates : [...dates.slice(0, MOST_DATES), ...dates.slice(-MOST_DATES)];

/** Lines that break off inside a date, with the two lines below them: OCR may have read another column between. */
function columnsOf(sheet: Sheet): Flow[] {
  const broken = sheet.pieces.filter((piece) => piece.folded.length <= 120 && BROKEN_OFF.test(piece.folded));
  return broken.slice(0, MOST_DATES).flatMap((piece) => {
    const next = pieceBelow(sheet, piece, 1.6);
    const last = next && pieceBelow(sheet, next, 1.6);
    return next ? [flowOf([...piece.tokens, ...next.tokens, ...(last?.tokens ?? [])])] : [];
  });
}

const BROKEN_OFF =
  /(?:\bA|\bDEL?|\bLOS|\bDIAS?|\bMES|\bANO|\bAÑO|\d|\b(?:ENE|FEB|MAR|ABR|MAY|JUN|JUL|AGO|SEP|SET|OCT|NOV|DIC)[A-Z]*)[\s,.]*$/;
