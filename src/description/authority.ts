// Authority lists: the names that the archive has settled on, each with its other spellings, for as long as it was used.
import type { Catalog } from '../archive/catalogs.ts';
import { dateOf } from '../fields/kinds/date.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { FaultCode } from '../model/faults.ts';
import { fold } from '../search/words/fold.ts';
import { headerKey } from './header.ts';
import { badCatalog, readTable } from './table.ts';

export type AuthorityList = Exclude<Catalog, 'clasificacion'>;

/** A settled name. `desde` and `hasta` are ISO dates or years, inclusive; null: open. */
export interface Authority {
  readonly nombre: string;
  readonly variantes: readonly string[];
  readonly desde: string | null;
  readonly hasta: string | null;
}

/** A spelling that the list has not, or not for that time: how often it was read, from when to when, and where to look. */
export interface Proposal {
  readonly nombre: string;
  readonly documents: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly example: string;
  /** The list has the name, but for another time. */
  readonly outOfPeriod: boolean;
}

const COLUMNS: Readonly<Record<string, string>> = {
  nombre: 'nombre|dependencia|funcionario|lugar|denominacion',
  variantes: 'variantes|otras formas|tambien',
  desde: 'desde|inicio',
  hasta: 'hasta|fin|termino',
};

const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([name, headers]) => headers.split('|').map((it) => [headerKey(it), name])),
);

/** Letters and digits only, ñ kept: spellings that differ by accent, capital, dot or blank are one entry. */
export const authorityKey = (name: string): string => fold(name).replace(/[^a-zñ0-9]+/g, '');

/** Reads an authority list: a line a name, other spellings between `|`. InputError `bad-catalog` names the line. */
export function readAuthorities(name: string, bytes: Uint8Array): Authority[] {
  const { headers, lines } = readTable(name, bytes, {
    knows: (header) => NAMES.has(headerKey(header)),
    atLeast: 2,
    code: 'bad-catalog',
    example: 'nombre;variantes;desde;hasta',
  });
  return lines.map(({ number, cells }) => {
    const row: Record<string, string> = {};
    for (const [at, header] of headers.entries()) {
      const column = NAMES.get(headerKey(header));
      const cell = cells[at]?.normalize('NFC').trim();
      if (column !== undefined && cell) row[column] ??= cell;
    }
    const wrong = (code: FaultCode, about: string) => badCatalog(name, [{ code, line: number, about }]);
    const day = (column: string) => {
      const text = row[column];
      if (text === undefined) return null;
      const parsed = dateOf(text);
      if ('problem' in parsed) throw wrong('no-date', `${column} "${text}"`);
      return parsed.value as string | null;
    };
    if (!row['nombre']) throw wrong('cell-missing', 'nombre');
    const variantes = (row['variantes'] ?? '').split('|').flatMap((it) => it.trim() || []);
    return { nombre: row['nombre'], variantes, desde: day('desde'), hasta: day('hasta') };
  });
}

const TEXT_OF: Readonly<Record<AuthorityList, (record: DocumentRecord) => (string | null | undefined)[]>> = {
  dependencias: ({ fields }) => [fields?.dependenciaEmisora.value],
  funcionarios: ({ fields }) => [fields?.remitente.value?.nombre, fields?.destinatario.value?.nombre],
  lugares({ fields }) {
    const place = fields?.lugar.value;
    return [place && `${place.municipio}, ${place.entidad}`];
  },
};

/** Collects the spellings that documents have and the list has not: memory grows with the spellings. */
export function proposer(list: AuthorityList, known: readonly Authority[]) {
  const settled = new Map<string, Authority[]>();
  for (const one of known)
    for (const key of new Set([one.nombre, ...one.variantes].map(authorityKey)))
      settled.set(key, [...(settled.get(key) ?? []), one]);
  const found = new Map<string, { spellings: Map<string, number> } & Omit<Proposal, 'nombre'>>();
  return {
    add(record: DocumentRecord): void {
      const date = record.fields?.fechaDocumento.value ?? null;
      for (const text of TEXT_OF[list](record)) {
        const key = authorityKey(text ?? '');
        const entries = settled.get(key);
        if (!text || key === '' || entries?.some((entry) => covers(entry, date))) continue;
        const outOfPeriod = entries !== undefined;
        const one = found.get(key) ?? {
          spellings: new Map(),
          documents: 0,
          first: null,
          last: null,
          example: record.id,
          outOfPeriod,
        };
        one.spellings.set(text, (one.spellings.get(text) ?? 0) + 1);
        const dates = [one.first, one.last, date].filter((it) => it !== null).sort();
        found.set(key, {
          ...one,
          documents: one.documents + 1,
          first: dates[0] ?? null,
          last: dates.at(-1) ?? null,
        });
      }
    },
    /** The most frequent first, in the spelling that is most frequent. */
    all: (): Proposal[] =>
      [...found.values()]
        .map(({ spellings, ...one }) => ({ nombre: mostFrequent(spellings), ...one }))
        .sort((a, b) => b.documents - a.documents || (a.nombre < b.nombre ? -1 : 1)),
  };
}

// Without a date nobody can say that it was another time.
const covers = ({ desde, hasta }: Authority, date: string | null): boolean =>
  date === null ||
  ((desde === null || desde <= date) && (hasta === null || date.slice(0, hasta.length) <= hasta));

const mostFrequent = (spellings: ReadonlyMap<string, number>): string =>
  [...spellings].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
