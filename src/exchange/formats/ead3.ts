// A fondo in EAD3, a document at a time: sección, serie, subserie, expediente, document.
import { type Archive, readRecord } from '../../archive/archive.ts';
import { records } from '../../archive/records.ts';
import { type Branch, type Level, spellingsOf } from '../../description/classification/tree.ts';
import { type Expediente, expedienteKey, gatherExpedientes, loose } from '../../description/expedientes.ts';
import { NotFoundError } from '../../model/errors.ts';
import { placeKey } from '../../search/words/place-key.ts';
import { archdescStart, closeComponent, controlOf, itemOf, openFile, openLevel } from './ead3-parts.ts';
import { placed } from './inventory-row.ts';

export interface Ead3Options {
  /** The fondo by name or key. */
  readonly fondo: string;
  readonly tree: readonly Branch[];
  /** Who keeps the archive. */
  readonly agency: string;
  readonly created: string;
  readonly software: string;
}

const LEVELS = ['seccion', 'serie', 'subserie'] as const satisfies readonly Level[];

/**
 * The finding aid of a fondo, in pieces of text. Of the documents only ids are held, by expediente; each record is read when its
 * turn comes. NotFoundError when no document is of that fondo.
 */
export async function* ead3(
  archive: Archive,
  options: Ead3Options,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const { files, ids, totals } = await survey(archive, options, signal);
  const first = files[0];
  if (!first)
    throw new NotFoundError(
      'no-such-fondo',
      `No document is of the fondo ${options.fondo}: see foja list --expedientes.`,
      { about: options.fondo },
    );
  const place = placed(first, options.tree);
  const fondo = place.place?.branches.fondo?.nombre ?? first.texts.fondo ?? options.fondo;
  yield controlOf({ ...options, fondo });
  yield archdescStart({ ...options, fondo }, place, totals);
  let open: string[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const found = placed(file, options.tree);
    const path = LEVELS.map((level) => file.texts[level] ?? '');
    const keep = path.findIndex((text, at) => placeKey(text) !== placeKey(open[at] ?? ''));
    const same = open.length === 0 ? 0 : keep < 0 ? LEVELS.length : keep;
    yield open.slice(same).reverse().filter(Boolean).map(closeComponent).join('');
    for (const [at, text] of path.entries())
      if (at >= same && text !== '') yield openLevel(LEVELS[at]!, text, found);
    open = path;
    const isFile = file.texts.expediente !== undefined;
    if (isFile) yield openFile(found);
    for (const id of ids.get(file.key) ?? [file.only!]) yield itemOf(await readRecord(archive, id));
    if (isFile) yield closeComponent();
  }
  yield open.filter(Boolean).map(closeComponent).join('');
  yield '</dsc>\n</archdesc>\n</ead>\n';
}

async function survey(archive: Archive, { fondo, tree }: Ead3Options, signal?: AbortSignal) {
  const wanted = spellingsOf(tree, 'fondo', fondo);
  const gathered = gatherExpedientes();
  const ids = new Map<string, string[]>();
  const alone: Expediente[] = [];
  const totals = { documents: 0, pages: 0, first: null as string | null, last: null as string | null };
  for await (const record of records(archive, signal)) {
    if (!wanted.has(placeKey(record.description?.fondo?.value ?? ''))) continue;
    totals.documents++;
    totals.pages += record.pages.length;
    const date = record.fields?.fechaDocumento.value ?? null;
    if (date !== null && (totals.first === null || date < totals.first)) totals.first = date;
    if (date !== null && (totals.last === null || date > totals.last)) totals.last = date;
    const key = expedienteKey(record.description);
    if (key === null) alone.push(placeOnly(loose(record)));
    else {
      gathered.add(record);
      ids.set(key, [...(ids.get(key) ?? []), record.id]);
    }
  }
  const files = [...gathered.all(), ...alone].sort(byPlace);
  return { files, ids, totals };
}

// Of a document without expediente only its place is held; the rest is read in its turn.
function placeOnly(one: Expediente): Expediente {
  const { fondo, seccion, serie, subserie } = one.texts;
  const texts = {
    ...(fondo !== undefined && { fondo }),
    ...(seccion !== undefined && { seccion }),
    ...(serie !== undefined && { serie }),
    ...(subserie !== undefined && { subserie }),
  };
  return { ...one, texts };
}

const collator = new Intl.Collator('es', { numeric: true });

function byPlace(one: Expediente, other: Expediente): number {
  for (const name of [...LEVELS, 'expediente'] as const) {
    const difference = collator.compare(placeKey(one.texts[name] ?? ''), placeKey(other.texts[name] ?? ''));
    if (difference !== 0) return difference;
  }
  return (one.only ?? '') < (other.only ?? '') ? -1 : 1;
}
