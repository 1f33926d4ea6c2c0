// A table as office programs save it: text with one separator or another, lines of prose above its header.
import { parse } from 'csv-parse/sync';
import { InputError } from '../model/errors.ts';
import { type Fault, faultText } from '../model/faults.ts';
import { decodeText } from './decode.ts';
import { headerOf } from './header.ts';

/** A line of cells; `number` is that of its first line in the file, from 1. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Every one different; empty where a column has no header. */
  readonly headers: readonly string[];
  readonly lines: readonly Line[];
}

// Titles, captions and blank lines above the header: more is another kind of file.
const HEADER_WITHIN = 30;

/**
 * Reads a table: UTF-8 with or without BOM, UTF-16 with one, else Windows-1252; `;`, `,` or tab, whichever makes a header of
 * at least `atLeast` columns that `knows` knows. InputError `code` when none does.
 */
export function readTable(
  name: string,
  bytes: Uint8Array,
  columns: {
    readonly knows: (header: string) => boolean;
    readonly atLeast: number;
    readonly code: 'bad-catalog' | 'bad-manifest';
    readonly example: string;
  },
): Table {
  // With one kind of line break the parser counts lines as an editor does, in quotes too.
  const text = decodeText(bytes).replace(/\r\n?/g, '\n');
  const { knows, atLeast, code, example } = columns;
  const tables = [';', ',', '\t'].map((delimiter) => ({
    delimiter,
    header: headerOf(
      linesOf(text, delimiter, HEADER_WITHIN).map(({ cells }) => cells),
      knows,
    ),
  }));
  const best = tables.reduce((one, other) => (other.header.known > one.header.known ? other : one));
  if (best.header.known < atLeast)
    throw new InputError(
      code,
      `${name} has no line with at least ${atLeast} known column names, such as ${example}.`,
      { about: `${name}: ${example}` },
    );
  const lines = linesOf(text, best.delimiter);
  return {
    headers: unique(best.header.cells),
    lines: lines.slice(best.header.end + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** A table that a person must correct, with what is wrong with it by line. */
export function badCatalog(name: string, faults: readonly Fault[]): InputError {
  const told = faults.slice(0, TOLD).map(faultText).join('; ');
  const more = faults.length > TOLD ? `; and ${faults.length - TOLD} more` : '';
  return new InputError('bad-catalog', `${name} cannot be used: ${told}${more}.`, { about: name, faults });
}

// A log needs no more to be found by; people are shown them all.
const TOLD = 10;

function linesOf(text: string, delimiter: string, to?: number): Line[] {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      ...(to !== undefined && { to }),
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return records.map(({ record }, at) => ({
      number: (records[at - 1]?.info.lines ?? 0) + 1,
      cells: record,
    }));
  } catch (cause) {
    if (to !== undefined) return [];
    throw new InputError('bad-table', `The file cannot be read as a table: ${String(cause)}.`, {
      cause,
    });
  }
}

// Two columns of one name would overwrite each other.
function unique(headers: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headers.map((header) => {
    const name = header.normalize('NFC').replace(/\s+/g, ' ').trim();
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return name !== '' && time > 1 ? `${name} (${time})` : name;
  });
}
