/** Where an object lies: at an offset of the file, or inside an object stream. */
export type Place = { readonly offset: number } | { readonly stream: number; readonly position: number };

/** The table of a cross-reference stream (PDF 32000-1, 7.5.8) for objects 0 to `last`. */
export function crossReferences(places: readonly (Place | undefined)[], last: number) {
  const rows = Array.from({ length: last + 1 }, (_, number) => rowOf(places[number]));
  const widths = [1, bytesFor(rows.map((row) => row[1])), bytesFor(rows.map((row) => row[2]))] as const;
  const table = Buffer.alloc(rows.length * (widths[0] + widths[1] + widths[2]));
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row.entries()) at = writeNumber(table, value, at, widths[column]!);
  }
  return { table, widths: [...widths] };
}

// Free, in the file, in an object stream.
function rowOf(place: Place | undefined): readonly [number, number, number] {
  if (!place) return [0, 0, 255];
  return 'offset' in place ? [1, place.offset, 0] : [2, place.stream, place.position];
}

const bytesFor = (values: readonly number[]): number => {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return Math.max(1, Math.ceil(Math.log2(most + 1) / 8));
};

// Offsets pass 2^32 in an access copy of a large volume: no bit operators.
function writeNumber(table: Buffer, value: number, at: number, width: number): number {
  let rest = value;
  for (let byte = at + width - 1; byte >= at; byte--) {
    table[byte] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return at + width;
}
