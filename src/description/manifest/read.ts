// A manifest as archivists deliver it: a spreadsheet saved as text, with titles above, totals below and merged cells in between.
import { createHash } from 'node:crypto';
import { fold } from '../../search/words/fold.ts';
import { headerKey } from '../header.ts';
import { readTable } from '../table.ts';
import { type Use, useOf } from './columns.ts';

/** A row that speaks of documents. `cells` as written, by header; `filled` holds what merged cells above say. */
export interface ManifestRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly filled: Readonly<Record<string, string>>;
}

export interface Manifest {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly uses: ReadonlyMap<string, Use>;
  readonly rows: readonly ManifestRow[];
  /** Rows that are no documents: totals, a header printed again. */
  readonly ignored: readonly { readonly line: number; readonly why: 'total' | 'header' }[];
  /** Headers that foja does not know; their cells are kept. */
  readonly unknown: readonly string[];
}

/**
 * Reads a manifest (table.ts says in which forms). InputError when no line has two columns that foja knows.
 */
export function readManifest(name: string, bytes: Uint8Array): Manifest {
  const { headers, lines } = readTable(name, bytes, {
    knows: (header) => useOf(header) !== null,
    atLeast: 2,
    code: 'bad-manifest',
    example: 'archivo;expediente;numero_oficio;fecha',
  });
  const uses = new Map(
    headers.flatMap((header) => [useOf(header)].flatMap((use) => (use ? [[header, use] as const] : []))),
  );
  const found = { rows: [] as ManifestRow[], ignored: [] as Manifest['ignored'][number][] };
  for (const { number, cells } of lines) {
    const why = notADocument(cells, headers, uses);
    if (why) found.ignored.push({ line: number, why });
    else found.rows.push(rowOf(number, cells, headers, uses, found.rows.at(-1)));
  }
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    uses,
    ...found,
    unknown: headers.filter((header) => header !== '' && !uses.has(header)),
  };
}

function notADocument(
  cells: readonly string[],
  headers: readonly string[],
  uses: ReadonlyMap<string, Use>,
): 'total' | 'header' | null {
  const first = fold(cells.find((cell) => cell.trim() !== '') ?? '');
  const points = cells.some((cell, at) => cell.trim() !== '' && pointsAt(uses.get(headers[at] ?? '')));
  if (/^\s*(?:sub|gran )?total(?:es)?\s*:?\s*$/.test(first)) return 'total';
  if (!points && /^\s*(?:sub|gran )?total(?:es)?\b/.test(first)) return 'total';
  const same = cells.filter(
    (cell, at) => cell.trim() !== '' && headerKey(cell) === headerKey(headers[at] ?? ''),
  );
  return same.length >= 2 && same.length === cells.filter((cell) => cell.trim() !== '').length
    ? 'header'
    : null;
}

// A row that names a file or an expediente is one of documents, whatever it begins with.
const pointsAt = (use: Use | undefined): boolean =>
  use !== undefined && ('match' in use || ('description' in use && use.description === 'expediente'));

// From the outermost: merged cells are blank together with all that lies around them.
const NESTED = ['lote', 'fondo', 'seccion', 'serie', 'subserie', 'caja', 'expediente'];

function rowOf(
  line: number,
  written: readonly string[],
  headers: readonly string[],
  uses: ReadonlyMap<string, Use>,
  above: ManifestRow | undefined,
): ManifestRow {
  const cells: Record<string, string> = {};
  for (const [at, header] of headers.entries()) {
    const cell = (written[at] ?? '').normalize('NFC').trim();
    if (header !== '' && cell !== '') cells[header] = cell;
  }
  const filled: Record<string, string> = {};
  const columns = NESTED.flatMap((name) => {
    const header = headers.find((it) => {
      const use = uses.get(it);
      return use !== undefined && 'description' in use && use.description === name;
    });
    return header === undefined ? [] : [header];
  });
  for (const header of columns) {
    if (cells[header] !== undefined) break;
    const said = above && (above.cells[header] ?? above.filled[header]);
    if (said !== undefined) filled[header] = said;
  }
  return { line, cells, filled };
}
