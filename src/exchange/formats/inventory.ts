// `foja export --inventory`: which expedientes an inventory holds, a row at a time.
import type { Archive } from '../../archive/archive.ts';
import { readCatalog } from '../../archive/catalogs.ts';
import { records } from '../../archive/records.ts';
import { readClassification } from '../../description/classification/read.ts';
import { type Standing, standingOf } from '../../description/classification/retention.ts';
import { type Branch, spellingsOf } from '../../description/classification/tree.ts';
import { expedienteKey, gatherExpedientes, loose } from '../../description/expedientes.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { placeKey } from '../../search/words/place-key.ts';
import { type InventoryRow, inventoryRow, placed } from './inventory-row.ts';

export const INVENTORIES = ['general', 'transferencia-primaria', 'transferencia-secundaria', 'baja'] as const;
export type InventoryKind = (typeof INVENTORIES)[number];

export interface InventoryOptions {
  readonly kind: InventoryKind;
  /** The day on which terms are reckoned, ISO. */
  readonly day: string;
  /** Only this fondo, by name or key. */
  readonly fondo?: string;
}

/** What an inventory amounts to, known when its last row has been given. */
export interface InventoryTotals {
  rows: number;
  fojas: number;
  years: Set<string>;
  boxes: Set<string>;
  /** Left out because nobody can tell: no classification, no closing date, no term or no destination. */
  undecided: number;
}

export const noTotals = (): InventoryTotals => ({
  rows: 0,
  fojas: 0,
  years: new Set(),
  boxes: new Set(),
  undecided: 0,
});

/** The archive's own tree; empty where it has none yet. */
export async function readTree(archive: Archive): Promise<Branch[]> {
  const bytes = await readCatalog(archive, 'clasificacion');
  return bytes ? readClassification('clasificacion', bytes) : [];
}

/**
 * The rows of an inventory, numbered from 1 without gaps, in the order of their places; in the general one documents
 * without expediente follow. Memory grows with the expedientes, not with the documents. `totals` is filled on the way.
 */
export async function* inventoryRows(
  archive: Archive,
  options: InventoryOptions,
  totals: InventoryTotals,
  signal?: AbortSignal,
): AsyncGenerator<InventoryRow> {
  const tree = await readTree(archive);
  const gathered = gatherExpedientes();
  const isAsked = isOf(tree, options.fondo);
  for await (const record of records(archive, signal)) if (isAsked(record)) gathered.add(record);

  const rowOf = (expediente: ReturnType<typeof loose>): InventoryRow | null => {
    const found = placed(expediente, tree);
    const closed = expediente.texts.fechaCierre ?? null;
    const standing = standingOf(closed, found.place?.retention ?? null, options.day);
    const belongs = BELONGS[options.kind](standing);
    if (belongs === null) totals.undecided++;
    if (!belongs) return null;
    const row = inventoryRow(found, standing, ++totals.rows);
    if (typeof row.fojas === 'number') totals.fojas += row.fojas;
    for (const date of [expediente.firstDate, expediente.lastDate])
      if (date !== null) totals.years.add(date.slice(0, 4));
    if (row.no_caja !== '') totals.boxes.add(String(row.no_caja));
    return row;
  };
  for (const expediente of gathered.all()) {
    const row = rowOf(expediente);
    if (row) yield row;
  }
  for await (const record of records(archive, signal)) {
    if (!isAsked(record) || expedienteKey(record.description) !== null) continue;
    const row = rowOf(entitled(record));
    if (row) yield row;
  }
}

// Whether an expediente in this standing is in an inventory of this kind; null: nobody can tell.
const BELONGS: Readonly<Record<InventoryKind, (standing: Standing) => boolean | null>> = {
  general: () => true,
  'transferencia-primaria': (it) =>
    it.at === 'tramite' && it.until === null ? null : it.at === 'concentracion',
  // What is to be sampled may be permanent: it is never proposed for disposal.
  'transferencia-secundaria': (it) =>
    ended(it, (destino) => destino === 'conservacion' || destino === 'muestreo'),
  baja: (it) => ended(it, (destino) => destino === 'baja'),
};

function ended(it: Standing, isMeant: (destino: string) => boolean): boolean | null {
  if (it.at !== 'concluida') return it.until === null ? null : false;
  return it.destino === null ? null : isMeant(it.destino);
}

function isOf(tree: readonly Branch[], fondo: string | undefined): (record: DocumentRecord) => boolean {
  if (fondo === undefined) return () => true;
  const wanted = spellingsOf(tree, 'fondo', fondo);
  return ({ description }) => wanted.has(placeKey(description?.fondo?.value ?? ''));
}

// A document by itself is called by what it is about, else as it was delivered.
function entitled(record: DocumentRecord): ReturnType<typeof loose> {
  const one = loose(record);
  const titulo = one.texts.titulo ?? record.fields?.asunto.value ?? record.source[0]?.path ?? '';
  return { ...one, texts: { ...one.texts, titulo } };
}
