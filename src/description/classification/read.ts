import type { Fault, FaultCode } from '../../model/faults.ts';
import { fold } from '../../search/words/fold.ts';
import { placeKey } from '../../search/words/place-key.ts';
import { dateOf } from '../dates.ts';
import { headerKey } from '../header.ts';
import { badCatalog, readTable } from '../table.ts';
import { type Branch, destinoOf, LEVELS, type Level } from './tree.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  clave: 'clave|codigo|clave de clasificacion|codigo de clasificacion',
  nombre: 'nombre|titulo|denominacion|descripcion',
  nivel: 'nivel|tipo de nivel',
  padre: 'padre|clave padre|clave superior|depende de',
  desde: 'desde|vigente desde|inicio de vigencia',
  hasta: 'hasta|vigente hasta|fin de vigencia',
  valor: 'valor documental|valor|valores|valores documentales',
  tramite:
    'vigencia at|at|vigencia documental at|archivo de tramite|tramite|anos en tramite|plazo en tramite',
  concentracion:
    'vigencia ac|ac|vigencia documental ac|archivo de concentracion|concentracion|plazo en concentracion',
  destino: 'destino final|destino|tecnica de seleccion|disposicion final',
  acceso: 'caracter informacion|caracter de la informacion|clasificacion de la informacion|acceso',
  fundamento: 'fundamento|fundamento legal|fundamento clasificacion',
  observaciones: 'observaciones|notas',
  // Spreadsheets of two header lines have a column for every answer, and a cross in one.
  'valor A':
    'valor documental a|valor documental administrativo|valores documentales a|valores documentales administrativo',
  'valor L': 'valor documental l|valor documental legal|valores documentales l|valores documentales legal',
  'valor F': 'valor documental f|valor documental fiscal|valores documentales f|valores documentales fiscal',
  'valor C':
    'valor documental c|valor documental contable|valores documentales c|valores documentales contable',
  'valor F/C':
    'valor documental f/c|valor documental fiscal o contable|valor documental fiscal/contable|valores documentales f/c|valores documentales fiscal/contable',
  'destino baja':
    'destino final baja|disposicion final baja|tecnica de seleccion baja|tecnicas de seleccion baja|tecnica de seleccion eliminacion',
  'destino conservacion':
    'destino final conservacion|destino final conservacion permanente|disposicion final conservacion|tecnica de seleccion conservacion|tecnicas de seleccion conservacion|destino final historico',
  'destino muestreo':
    'destino final muestreo|disposicion final muestreo|tecnica de seleccion muestreo|tecnicas de seleccion muestreo',
  total:
    'vigencia total|vigencia documental total|plazo total|total|plazos total|plazos de conservacion total',
};

const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([name, headers]) => headers.split('|').map((it) => [headerKey(it), name])),
);

/**
 * Reads the table of classification and retention: a line a branch, with at least `clave`, `nombre` and `nivel`. Where `padre`
 * is blank it is the branch whose key begins this one's (`3S` of `3S.2`). InputError `bad-catalog` lists what is wrong, by line.
 */
export function readClassification(name: string, bytes: Uint8Array): Branch[] {
  const { headers, lines } = readTable(name, bytes, {
    knows: (header) => NAMES.has(headerKey(header)),
    atLeast: 3,
    code: 'bad-catalog',
    example: 'clave;nombre;nivel;padre;vigencia_at;vigencia_ac;destino_final',
  });
  const faults: Fault[] = [];
  const rows = lines.map(({ number, cells }) => {
    const row: Record<string, string> = {};
    for (const [at, header] of headers.entries()) {
      const column = NAMES.get(headerKey(header));
      const cell = cells[at]?.normalize('NFC').trim();
      if (column !== undefined && cell) row[column] ??= cell;
    }
    return { row, wrong: (code: FaultCode, about: string) => faults.push({ code, line: number, about }) };
  });
  const keys = new Set(rows.map(({ row }) => row['clave'] ?? ''));
  const tree = rows.map(({ row, wrong }) => branchOf(row, keys, wrong));
  for (const [index, one] of tree.entries()) {
    const twin = tree
      .slice(0, index)
      .find((other) => placeKey(other.clave) === placeKey(one.clave) && overlap(one, other));
    if (twin) rows[index]!.wrong('twice-at-once', one.clave);
  }
  if (faults.length > 0) throw badCatalog(name, faults);
  return tree;
}

function branchOf(
  row: Record<string, string>,
  keys: ReadonlySet<string>,
  wrong: (code: FaultCode, about: string) => void,
): Branch {
  const { clave = '', nombre = '' } = row;
  if (clave === '') wrong('cell-missing', 'clave');
  if (nombre === '') wrong('cell-missing', 'nombre');
  const nivel = levelOf(row['nivel'] ?? '');
  if (!nivel) wrong('no-such-level', `"${row['nivel'] ?? ''}" → ${LEVELS.join(', ')}`);
  const padre = row['padre'] ?? longestStart(clave, keys);
  if (padre !== null && (!keys.has(padre) || padre === clave)) wrong('no-parent', padre);
  const day = (name: string) => {
    const text = row[name];
    if (text === undefined) return null;
    const parsed = dateOf(text);
    if ('value' in parsed) return parsed.value as string | null;
    wrong('no-date', `${name} "${text}"`);
    return null;
  };
  const years = (name: string) => {
    const text = row[name];
    if (text === undefined) return null;
    const count = /^(\d{1,3})(?: ?a[nñ]os?)?$/i.exec(text)?.[1];
    if (count === undefined) wrong('no-years', `${name} "${text}"`);
    return count === undefined ? null : Number(count);
  };
  const ends = row['destino'] === undefined ? crossed(row, 'destino') : [row['destino']];
  const destino = ends.length === 1 ? destinoOf(ends[0]!) : null;
  if (ends.length > 0 && !destino) wrong('no-such-end', `"${ends.join(', ')}"`);
  return {
    clave,
    nombre,
    nivel: nivel ?? 'serie',
    padre,
    desde: day('desde'),
    hasta: day('hasta'),
    retention: {
      valor: row['valor'] ?? (crossed(row, 'valor').join('/') || null),
      tramite: years('tramite'),
      concentracion: years('concentracion'),
      destino,
      acceso: row['acceso'] ?? null,
      fundamento: row['fundamento'] ?? null,
      observaciones: row['observaciones'] ?? null,
    },
  };
}

// What a column of crosses says where it says no.
const NO_CROSS = /^(?:no|0|-|n\/?a)$/i;

/** The answers of a group of columns in which a cross stands. */
const crossed = (row: Record<string, string>, group: string): string[] =>
  Object.entries(row).flatMap(([column, cell]) =>
    column.startsWith(`${group} `) && !NO_CROSS.test(cell) ? [column.slice(group.length + 1)] : [],
  );

const levelOf = (text: string): Level | undefined =>
  LEVELS.find((level) => level === fold(text).replace(/[^a-z]+/g, ''));

/** `3S` for `3S.2`, where there is such a key. */
function longestStart(clave: string, keys: ReadonlySet<string>): string | null {
  for (let end = clave.length - 1; end > 0; end--)
    if (/[./\- ]/.test(clave[end]!) && keys.has(clave.slice(0, end))) return clave.slice(0, end);
  return null;
}

const overlap = (one: Branch, other: Branch): boolean =>
  (one.desde ?? '') <= (other.hasta ?? '9999') && (other.desde ?? '') <= (one.hasta ?? '9999');
