// What the rows of a document say, as fields of its record.
import { count } from '../../fields/kinds/count.ts';
import { type Kind, parseValue } from '../../fields/kinds/kind.ts';
import { fieldNamed } from '../../fields/named.ts';
import type { Delivery, Description, Field } from '../../model/document.ts';
import type { Mismatch } from '../../model/mismatch.ts';
import { stated } from '../override.ts';
import { cellOf, type MatchedRow } from './match.ts';
import type { Manifest } from './read.ts';

export interface Statement {
  readonly description: Description;
  readonly delivery: Delivery;
  readonly mismatches: readonly Mismatch[];
}

// Of the whole expediente where a row speaks of all its documents.
const OF_A_PART = new Set(['fojas', 'fojaInicial', 'fojaFinal']);

/**
 * The statement of a document's rows. Where they differ, as rows of single pages may, that column says nothing and is listed;
 * so is a cell that is no value of its field. Every cell is kept as written either way.
 */
export function statementOf(
  manifest: Manifest,
  rows: readonly MatchedRow[],
  options: { readonly path: string; readonly isAlone: (row: MatchedRow) => boolean },
): Statement {
  const mismatches: Mismatch[] = [];
  const description: Record<string, Field<unknown>> = {};
  const fields: Record<string, Field<unknown>> = {};
  for (const use of manifest.uses.values()) {
    const name = 'field' in use ? use.field : 'description' in use ? use.description : null;
    const known = name === null ? null : fieldNamed(name);
    if (name === null || known === null) continue;
    const speaking = OF_A_PART.has(name) ? rows.filter(options.isAlone) : rows;
    const field = fieldOf(manifest, speaking, name, known.kind, options.path, mismatches);
    if (field) ('field' in use ? fields : description)[name] = field;
  }
  const whole = rows.filter(({ by }) => by === 'expediente');
  const fojas = fieldOf(manifest, whole, 'fojas', count, options.path, []);
  if (fojas) description['fojasExpediente'] = fojas;
  return {
    description,
    delivery: {
      manifest: manifest.name,
      sha256: manifest.sha256,
      rows: rows.map(({ row: { line, cells, filled } }) => ({ line, cells: { ...filled, ...cells } })),
      stated: fields,
      pages: pagesOf(manifest, rows.filter(options.isAlone)),
    },
    mismatches,
  };
}

function fieldOf(
  manifest: Manifest,
  rows: readonly MatchedRow[],
  name: string,
  kind: Kind<unknown>,
  path: string,
  mismatches: Mismatch[],
): Field<unknown> | null {
  const cells = rows.flatMap(({ row }) => {
    const cell = cellOf(manifest, row, name);
    return cell ? [{ ...cell, line: row.line }] : [];
  });
  const [first] = cells;
  if (!first) return null;
  const other = cells.find(({ text }) => text !== first.text);
  if (other) {
    mismatches.push({
      code: 'rows-disagree',
      line: other.line,
      path,
      detail: `${first.header}: ${first.text} / ${other.text}`,
    });
    return null;
  }
  const parsed = parseValue(kind, first.text);
  if (!('problem' in parsed))
    return stated(parsed.value, first.text, 'left' in parsed ? parsed.left : undefined);
  mismatches.push({ code: 'bad-cell', line: first.line, path, detail: `${first.header}: ${first.text}` });
  return null;
}

/** Pages that the rows promise together; null unless each of them says how many. */
export function pagesOf(manifest: Manifest, rows: readonly MatchedRow[]): number | null {
  const ranges = new Map<string, number>();
  for (const { row } of rows) {
    const [images, first, last] = ['imagenes', 'imagenInicial', 'imagenFinal'].map((use) =>
      countIn(cellOf(manifest, row, use)?.text),
    );
    const count = images ?? (first !== null && last !== null ? last! - first! + 1 : null);
    if (count === null || count === undefined || count < 0) return null;
    // A range told in two rows is the same pages; two rows of one page each are two.
    ranges.set(first === null ? `row ${row.line}` : `${first}-${last}`, count);
  }
  return ranges.size === 0 ? null : [...ranges.values()].reduce((sum, count) => sum + count, 0);
}

/** The number in a cell such as `12`, `0012` or `0012.tif`; null where there is none. */
const countIn = (text: string | undefined): number | null => {
  const digits = /^0*(\d{1,6})(?:\.[a-z]{3,4})?$/i.exec(text?.trim() ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};
