// `foja review`: what needs eyes, worst first.
import type { Archive } from '../archive/archive.ts';
import { records, requireDocument } from '../archive/records.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import { writeCrops } from '../review/crops.ts';
import { type Doubt, doubtsOf, type ReviewItem } from '../review/doubts.ts';
import { worstOf } from '../review/worst-first.ts';
import type { Workspace } from '../workspace.ts';

/** A document to look at, with the pictures that were asked for. */
export type ReviewedItem = Omit<ReviewItem, 'fields'> & {
  readonly fields: readonly (Doubt & { readonly crop?: string })[];
};

/**
 * The `limit` worst documents of the archive, or those named, and how many need eyes in all. With `crops`, a folder, the part
 * of the scan that each doubtful field was read from is written there.
 */
export async function review(
  { archive }: Workspace,
  _actor: Actor,
  options: { readonly ids: readonly string[]; readonly limit: number; readonly crops?: string },
  signal: AbortSignal,
): Promise<{ total: number; items: ReviewedItem[] }> {
  const worst = worstOf(options.limit);
  for await (const record of chosen(archive, options.ids, signal)) {
    if (record.status === 'received') continue;
    const item = doubtsOf(record);
    if (item) worst.add(item);
  }
  const items: ReviewedItem[] = [];
  for (const item of worst.items()) {
    signal.throwIfAborted();
    items.push(options.crops === undefined ? item : await withCrops(archive, item, options.crops));
  }
  return { total: worst.seen(), items };
}

async function* chosen(
  archive: Archive,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<DocumentRecord> {
  if (ids.length === 0) yield* records(archive, signal);
  for (const id of ids) yield (await requireDocument(archive, id)).record;
}

async function withCrops(archive: Archive, item: ReviewItem, folder: string): Promise<ReviewedItem> {
  const { record } = await requireDocument(archive, item.id);
  const crops = await writeCrops(archive, record, item.fields, folder);
  const fields = item.fields.map((doubt) => {
    const crop = crops.get(doubt.field);
    return crop ? { ...doubt, crop } : doubt;
  });
  return { ...item, fields };
}
