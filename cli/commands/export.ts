import { type Command, InvalidArgumentError, Option } from 'commander';
import { records, requireDocument } from '../../src/archive/records.ts';
import { type ExportFormat, exportDocument } from '../../src/exchange/export-document.ts';
import { dublinCore } from '../../src/exchange/formats/dublin-core.ts';
import { ead3 } from '../../src/exchange/formats/ead3.ts';
import {
  INVENTORIES,
  type InventoryKind,
  inventoryRows,
  noTotals,
  readTree,
} from '../../src/exchange/formats/inventory.ts';
import { inventoryCsv } from '../../src/exchange/formats/inventory-csv.ts';
import { inventoryXlsx } from '../../src/exchange/formats/inventory-xlsx.ts';
import { writeTo } from '../../src/exchange/write-whole.ts';
import { UsageError } from '../../src/model/errors.ts';
import { M } from '../../src/words/es/messages.ts';
import type { Workspace } from '../../src/workspace.ts';
import { print, printJson, say } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const DOCUMENT_FORMATS = ['text', 'pdf', 'alto', 'original', 'record'];

interface ExportFlags extends CommonOptions {
  readonly format?: ExportFormat | 'csv' | 'xlsx';
  readonly output: string;
  readonly inventory?: InventoryKind;
  readonly dublinCore?: boolean;
  readonly ead3?: string;
  readonly fondo?: string;
  readonly at: string;
  readonly delimiter: ',' | ';' | '\t';
  readonly agency: string;
}

/** `foja export`: a document in one of its forms, an inventory, Dublin Core, or a fondo in EAD3. */
export function exportCommand(): Command {
  return command('export', 'entrega un documento, un inventario, Dublin Core o un fondo en EAD3')
    .argument('[id]', 'identificador del documento')
    .addOption(
      new Option(
        '--format <formato>',
        'de un documento (si no, text) o de un inventario (si no, csv)',
      ).choices([...DOCUMENT_FORMATS, 'csv', 'xlsx']),
    )
    .addOption(new Option('--inventory <clase>', 'inventario por expediente').choices(INVENTORIES))
    .option('--dublin-core', 'el documento, o todos, en Dublin Core')
    .option('--ead3 <fondo>', 'un fondo en EAD3')
    .option('--fondo <fondo>', 'solo los expedientes de este fondo')
    .option('--at <día>', 'día en que se cuentan los plazos', day, new Date().toISOString().slice(0, 10))
    .option('--delimiter <signo>', 'separador del CSV: , ; o tab', delimiter, ',' as const)
    .option('--agency <nombre>', 'institución que custodia el archivo, para EAD3', 'Archivo municipal')
    .requiredOption('-o, --output <ruta>', 'archivo o carpeta de salida; - es la salida estándar')
    .action((id: string | undefined, flags: ExportFlags) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace) => {
          for (const path of await run(workspace, id, flags, signal)) {
            if (flags.json) printJson({ path });
            else print(path);
          }
        }),
      ),
    );
}

async function run(
  workspace: Workspace,
  id: string | undefined,
  flags: ExportFlags,
  signal: AbortSignal,
): Promise<string[]> {
  const { output, format } = flags;
  const target = output === '-' ? process.stdout : output;
  const written = output === '-' ? [] : [output];
  const asked = [flags.inventory, flags.dublinCore, flags.ead3].filter((it) => it !== undefined);
  const isTable = format === 'csv' || format === 'xlsx';
  if (
    asked.length > 1 ||
    (id !== undefined && (flags.inventory || flags.ead3)) ||
    (isTable && !flags.inventory)
  )
    throw new UsageError(
      'bad-export',
      'Ask for one thing: a document, --inventory, --dublin-core or --ead3.',
    );
  if (flags.inventory) {
    await exportInventory(workspace, flags.inventory, flags, target, signal);
    return written;
  }
  if (flags.ead3 !== undefined) {
    const tree = await readTree(workspace.archive);
    const created = new Date().toISOString();
    const about = { fondo: flags.ead3, tree, agency: flags.agency, created, software: 'foja' };
    await writeTo(target, ead3(workspace.archive, about, signal));
    return written;
  }
  if (flags.dublinCore && id === undefined) return exportAllDublinCore(workspace, output, signal);
  if (id === undefined) throw new UsageError('bad-export', 'Which document? Give its id: see foja list.');
  if (flags.dublinCore) {
    await writeTo(target, [dublinCore((await requireDocument(workspace.archive, id)).record)]);
    return written;
  }
  return exportDocument(workspace, id, (format as ExportFormat | undefined) ?? 'text', target);
}

async function exportInventory(
  workspace: Workspace,
  kind: InventoryKind,
  flags: ExportFlags,
  target: string | NodeJS.WriteStream,
  signal: AbortSignal,
): Promise<void> {
  const totals = noTotals();
  const options = { kind, day: flags.at, ...(flags.fondo !== undefined && { fondo: flags.fondo }) };
  const rows = inventoryRows(workspace.archive, options, totals, signal);
  if (flags.format !== undefined && !['csv', 'xlsx'].includes(flags.format))
    throw new UsageError('bad-export', `An inventory is csv or xlsx, not ${flags.format}.`);
  if (flags.format === 'xlsx') await writeTo(target, [await inventoryXlsx(rows, options, totals)]);
  else await writeTo(target, inventoryCsv(rows, flags.delimiter));
  say(M.inventory(totals.rows, totals.undecided));
}

async function exportAllDublinCore(
  workspace: Workspace,
  folder: string,
  signal: AbortSignal,
): Promise<string[]> {
  if (folder === '-')
    throw new UsageError('bad-export', 'Many files do not fit stdout: give a folder to -o.');
  const written: string[] = [];
  for await (const record of records(workspace.archive, signal)) {
    const file = `${folder.replace(/\/+$/, '')}/${record.id}.xml`;
    await writeTo(file, [dublinCore(record)]);
    written.push(file);
  }
  return written;
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('escriba un día como 2026-01-31');
  return value;
}

function delimiter(value: string): ',' | ';' | '\t' {
  if (value === ',' || value === ';') return value;
  if (value === 'tab' || value === '\t') return '\t';
  throw new InvalidArgumentError('escriba , ; o tab');
}
