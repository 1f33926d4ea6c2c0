import type { RecognizedLine } from '../../../ports/ocr-engine.ts';

/** Lines that share the corridor between two columns; fewer are a coincidence. */
export const FEWEST = 2;

/** Lines side by side. */
export interface Pair {
  readonly left: RecognizedLine;
  readonly right: RecognizedLine;
}

/** A line cut at a corridor; one side is null where nothing stands. */
export interface Row {
  readonly left: RecognizedLine | null;
  readonly right: RecognizedLine | null;
}

/** The lines that stand side by side. */
export const pairsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ left, right }) => (left && right ? [{ left, right }] : []));

/** What a line says. */
export const textOf = (line: RecognizedLine | null) => line?.words.map(({ text }) => text).join(' ') ?? '';
/** `ASUNTO:`, `1.-`, `IV)`, `b)` */
const LEADS = /[:;]$|^[([]?(?:\d{1,4}|[IVX]{1,5}|\p{Ll})[\])]?[.,)]?[-–—]?$/iu;
/** Amounts, numbers, dates: as many digits as letters. */
const isNumber = (text: string) =>
  (text.match(/\p{N}/gu)?.length ?? 0) >= Math.max(1, text.match(/\p{L}/gu)?.length ?? 0);

/** Rows that are read across. */
export function areRows(rows: readonly Row[]): boolean {
  const both = pairsOf(rows);
  if (areLabels(both)) return true;
  const across = both.filter(
    ({ left, right }) =>
      LEADS.test(textOf(left)) ||
      isNumber(textOf(right)) ||
      isNumber(textOf(left)) ||
      /^[:.]/u.test(textOf(right)),
  );
  return across.length * 2 >= both.length;
}

/**
 * A label is this short, and what stands beside it longer, or a number: `PARA` and `ASUNTO` of a memorandum, `EXPEDIENTE` and `FOJAS` of a
 * card, their colons too pale to be read.
 */
const LABEL = { words: 2, share: 0.75 };

function areLabels(both: readonly Pair[]): boolean {
  const labelled = both.filter(
    ({ left, right }) =>
      left.words.length <= LABEL.words &&
      (right.words.length > 2 * left.words.length || isNumber(textOf(right))),
  );
  return labelled.length >= FEWEST && labelled.length >= LABEL.share * both.length;
}
