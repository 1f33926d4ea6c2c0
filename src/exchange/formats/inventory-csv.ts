import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { COLUMNS, type InventoryRow } from './inventory-row.ts';

/**
 * An inventory as CSV: UTF-8 with BOM, CRLF, RFC 4180 quotes. A cell that a spreadsheet would take for a formula begins
 * with an apostrophe instead.
 */
export function inventoryCsv(
  rows: AsyncIterable<InventoryRow>,
  delimiter: ',' | ';' | '\t',
): AsyncIterable<Uint8Array> {
  const text = stringify({
    bom: true,
    header: true,
    columns: [...COLUMNS],
    delimiter,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  const source = Readable.from(rows);
  source.on('error', (error) => text.destroy(error));
  return source.pipe(text);
}
