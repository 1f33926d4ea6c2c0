import path from 'node:path';
import type { Writable } from 'node:stream';
import { records, requireDocument } from '../archive/records.ts';
import { type InventoryKind, noTotals } from '../exchange/formats/inventory.ts';
import { formatNamed, formatsOf } from '../exchange/formats/registry.ts';
import { writeTo, writeWhole } from '../exchange/write-whole.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import { InputError, UsageError } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';

export { INVENTORIES } from '../exchange/formats/inventory.ts';
export { formatsOf };

/** What to take out: one document, all in Dublin Core, the expedientes of an inventory, or a fondo. */
export interface ExportInput {
  readonly id?: string;
  /** By its name in the registry; absent: text of a document, CSV of an inventory. */
  readonly format?: string;
  readonly dublinCore?: boolean;
  readonly inventory?: InventoryKind;
  readonly ead3?: string;
  /** Of an inventory: only this fondo, the day on which terms are reckoned, what parts the cells. */
  readonly fondo?: string;
  readonly day: string;
  readonly delimiter: ',' | ';' | '\t';
  /** Who keeps the archive, for EAD3. */
  readonly agency: string;
  /** A file, a folder (where there are several files, or it ends in `/`), or a stream that stays open. */
  readonly target: string | Writable;
}

export interface Exported {
  /** The files written; none for a stream. */
  readonly paths: readonly string[];
  /** Of an inventory: its rows, and the expedientes that nobody can place. */
  readonly inventory?: { readonly rows: number; readonly undecided: number };
}

/** Takes something out of the archive. A file appears whole or not at all. UsageError where two things are asked for, or none. */
export async function exportFrom(
  workspace: Workspace,
  _actor: Actor,
  input: ExportInput,
  signal: AbortSignal,
): Promise<Exported> {
  const { id, format, inventory, dublinCore, ead3, target } = input;
  const isTable = format !== undefined && formatNamed('expedientes', format) !== null;
  if (
    [inventory, dublinCore, ead3].filter((it) => it !== undefined).length > 1 ||
    (id !== undefined && (inventory !== undefined || ead3 !== undefined)) ||
    (isTable && inventory === undefined)
  )
    throw badExport('Ask for one thing: a document, --inventory, --dublin-core or --ead3.');
  if (inventory !== undefined) return exportInventory(workspace, inventory, input, signal);
  if (ead3 !== undefined) {
    const options = { fondo: ead3, agency: input.agency };
    await writeTo(target, await formatNamed('fondo', 'ead3')!.write(workspace.archive, options, signal));
    return { paths: pathsOf(target) };
  }
  if (dublinCore && id === undefined) return exportAll(workspace, 'dublin-core', target, signal);
  if (id === undefined) throw badExport('Which document? Give its id: see foja list.');
  const { record } = await requireDocument(workspace.archive, id);
  return exportDocument(workspace, record, dublinCore ? 'dublin-core' : (format ?? 'text'), target);
}

async function exportInventory(
  { archive }: Workspace,
  kind: InventoryKind,
  { format = 'csv', day, fondo, delimiter, target }: ExportInput,
  signal: AbortSignal,
): Promise<Exported> {
  const chosen = formatNamed('expedientes', format);
  if (!chosen) throw noSuchForm('An inventory', 'expedientes', format);
  const totals = noTotals();
  const options = { kind, day, delimiter, ...(fondo !== undefined && { fondo }) };
  await writeTo(target, await chosen.write(archive, options, totals, signal));
  return { paths: pathsOf(target), inventory: totals };
}

async function exportDocument(
  { archive }: Workspace,
  record: DocumentRecord,
  name: string,
  target: string | Writable,
): Promise<Exported> {
  const format = formatNamed('document', name);
  if (!format) throw noSuchForm('A document', 'document', name);
  const parts = await format.parts(archive, record);
  const [first] = parts;
  if (!first)
    throw new InputError(
      'not-available',
      `Document ${record.id} (${record.status}) has no ${name}: see foja show ${record.id}.`,
      { about: `${record.id}: ${name}` },
    );
  if (typeof target !== 'string') {
    if (parts.length > 1)
      throw new UsageError(
        'many-files',
        `${parts.length} files do not fit one output: give a folder to -o.`,
        { about: record.id },
      );
    await writeTo(target, await first.bytes());
    return { paths: [] };
  }
  const intoFolder = parts.length > 1 || target.endsWith('/');
  const paths: string[] = [];
  for (const part of parts) {
    const file = intoFolder ? path.join(target, part.name) : target;
    await writeWhole(file, await part.bytes());
    paths.push(file);
  }
  return { paths };
}

async function exportAll(
  workspace: Workspace,
  name: string,
  folder: string | Writable,
  signal: AbortSignal,
): Promise<Exported> {
  if (typeof folder !== 'string')
    throw badExport('Many files do not fit stdout: give a folder to -o.', '-o -');
  const paths: string[] = [];
  for await (const record of records(workspace.archive, signal))
    paths.push(...(await exportDocument(workspace, record, name, `${folder.replace(/\/+$/, '')}/`)).paths);
  return { paths };
}

const badExport = (message: string, about = '') => new UsageError('bad-export', message, { about });

function noSuchForm(what: string, scope: 'document' | 'expedientes', name: string): UsageError {
  const forms = formatsOf(scope).join(', ');
  return badExport(`${what} is ${forms}, not ${name}.`, `${name} → ${forms}`);
}
const pathsOf = (target: string | Writable) => (typeof target === 'string' ? [target] : []);
