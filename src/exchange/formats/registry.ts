// Every format that goes out. To add one: its own file, and its line here; `foja export` offers it from then on.
import packageJson from '../../../package.json' with { type: 'json' };
import { storedFiles } from './document-files.ts';
import { documentText } from './document-text.ts';
import { dublinCore } from './dublin-core.ts';
import { ead3 } from './ead3.ts';
import type { DocumentFormat, ExpedientesFormat, FondoFormat, Format } from './format.ts';
import { inventoryRows, readTree } from './inventory.ts';
import { inventoryCsv } from './inventory-csv.ts';
import { inventoryXlsx } from './inventory-xlsx.ts';

export const FORMATS: readonly Format[] = [
  {
    name: 'text',
    contentType: 'text/plain; charset=utf-8',
    scope: 'document',
    parts: async (archive, record) => [
      { name: 'text.txt', bytes: async () => [await documentText(archive, record)] },
    ],
  },
  storedFiles('pdf', 'application/pdf', (file) => file === 'access.pdf'),
  storedFiles('alto', 'application/xml', (file) => file.startsWith('alto/')),
  storedFiles('original', null, (file) => file.startsWith('original/')),
  storedFiles('record', 'application/json', (file) => file === 'record.json'),
  {
    name: 'dublin-core',
    contentType: 'application/xml',
    scope: 'document',
    parts: async (_, record) => [{ name: `${record.id}.xml`, bytes: async () => [dublinCore(record)] }],
  },
  {
    name: 'csv',
    contentType: 'text/csv; charset=utf-8',
    scope: 'expedientes',
    write: async (archive, options, totals, signal) =>
      inventoryCsv(inventoryRows(archive, options, totals, signal), options.delimiter),
  },
  {
    name: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    scope: 'expedientes',
    write: async (archive, options, totals, signal) => [
      await inventoryXlsx(inventoryRows(archive, options, totals, signal), options, totals),
    ],
  },
  {
    name: 'ead3',
    contentType: 'application/xml',
    scope: 'fondo',
    write: async (archive, { fondo, agency }, signal) => {
      const tree = await readTree(archive);
      const created = new Date().toISOString();
      return ead3(archive, { fondo, tree, agency, created, software: packageJson.name }, signal);
    },
  },
];

interface ByScope {
  readonly document: DocumentFormat;
  readonly expedientes: ExpedientesFormat;
  readonly fondo: FondoFormat;
}

/** Names of the formats of a scope, in their order. */
export const formatsOf = (scope: keyof ByScope): string[] =>
  FORMATS.filter((format) => format.scope === scope).map(({ name }) => name);

/** The format of a scope by its name; null where there is none. */
export const formatNamed = <Scope extends keyof ByScope>(scope: Scope, name: string): ByScope[Scope] | null =>
  (FORMATS.find((format) => format.scope === scope && format.name === name) as ByScope[Scope] | undefined) ??
  null;
