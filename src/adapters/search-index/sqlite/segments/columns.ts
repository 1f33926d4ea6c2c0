/** What is known of each document without opening it: one number a column. 0: nobody said. */
// biome-ignore format: a list
export const COLUMNS = [
  'scope', 'pages', 'tipo', 'dependencia', 'municipio', 'remitente', 'destinatario', 'expediente', 'serie', 'fondo',
  'status', 'grade', 'firstDay', 'lastDay', 'idStart', 'idMore',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Values = Readonly<Record<Column, number>>;

/** Columns of the documents of a segment, by their number counted from its first one. */
export type Columns = Readonly<Record<Column, Uint32Array>>;

/** The scope of a number that no document has any more: nobody may read it. */
export const NO_SCOPE = 0;

export function packColumns(columns: Columns): Uint8Array {
  const { length } = columns.scope;
  const all = new Uint32Array(COLUMNS.length * length);
  for (const [i, name] of COLUMNS.entries()) all.set(columns[name], i * length);
  return new Uint8Array(all.buffer);
}

export function unpackColumns(data: Uint8Array, documents: number): Columns {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  const all = new Uint32Array(aligned.buffer, aligned.byteOffset, COLUMNS.length * documents);
  return columnsBy((_, i) => all.subarray(i * documents, (i + 1) * documents));
}

/** Columns of so many documents, of which nothing is known yet. */
export const emptyColumns = (documents: number): Columns => columnsBy(() => new Uint32Array(documents));

const columnsBy = (make: (name: Column, i: number) => Uint32Array): Columns =>
  Object.fromEntries(COLUMNS.map((name, i) => [name, make(name, i)])) as Record<Column, Uint32Array>;

/** `1987-03-14` as 19870314: ordered like the dates. */
export const dayNumber = (date: string | null): number =>
  date === null ? 0 : Number(date.replaceAll('-', ''));

/** The first letters of an id in two numbers that are ordered as ids are; equal ones are told apart by the id itself. */
export function idNumbers(id: string): { idStart: number; idMore: number } {
  const packed = (from: number) =>
    [0, 1, 2, 3].reduce((sum, i) => sum * 256 + Math.min(255, id.charCodeAt(from + i) || 0), 0);
  return { idStart: packed(0), idMore: packed(4) };
}
