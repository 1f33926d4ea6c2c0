// Expedientes group documents. There is no record of an expediente: what its documents say of it, together, is its description.
import type { Description, DocumentRecord } from '../model/document.ts';
import { placeKey } from '../search/words/place-key.ts';

export const PLACE_NAMES = ['fondo', 'seccion', 'serie', 'subserie', 'expediente'] as const;

/** What the documents of an expediente amount to. Pages are scanned faces; fojas are sheets, null unless all are known. */
export interface Expediente {
  readonly key: string;
  /** Texts of the description; of documents that say different things the first word stands, see `differs`. */
  readonly texts: Readonly<Partial<Record<keyof Description, string>>>;
  /** Names of which the documents say different things. */
  readonly differs: readonly string[];
  readonly documents: number;
  readonly pages: number;
  readonly fojas: number | null;
  /** Earliest and latest date of a document. */
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** The document, where it is the only one. */
  readonly only: string | null;
}

/** Names the expediente of a document; null where it has none. */
export function expedienteKey(description: Description | undefined): string | null {
  if (!description?.expediente?.value) return null;
  return PLACE_NAMES.map((name) => placeKey(description[name]?.value ?? '')).join('|');
}

interface Growing {
  texts: Partial<Record<keyof Description, string>>;
  differs: Set<string>;
  documents: number;
  pages: number;
  fojas: number | null;
  whole: number | null;
  firstDate: string | null;
  lastDate: string | null;
  only: string;
}

/** Gathers documents into expedientes: memory grows with these, not with the documents. */
export function gatherExpedientes() {
  const growing = new Map<string, Growing>();
  return {
    add(record: DocumentRecord): void {
      const key = expedienteKey(record.description);
      if (key !== null) grow(growing, key, record);
    },
    /** In the order of their places, numbers by value. */
    all: (): Expediente[] =>
      [...growing].map(([key, one]) => finished(key, one)).sort((a, b) => byPlace.compare(a.key, b.key)),
  };
}

/** The expediente that a document without one makes by itself: an inventory leaves nothing out. */
export function loose(record: DocumentRecord): Expediente {
  const alone = new Map<string, Growing>();
  grow(alone, '', record);
  return finished('', alone.get('')!);
}

const byPlace = new Intl.Collator('es', { numeric: true });

function grow(growing: Map<string, Growing>, key: string, record: DocumentRecord): void {
  const { description = {}, fields, pages, id } = record;
  const one = growing.get(key) ?? {
    texts: {},
    differs: new Set<string>(),
    documents: 0,
    pages: 0,
    fojas: 0,
    whole: null,
    firstDate: null,
    lastDate: null,
    only: id,
  };
  growing.set(key, one);
  for (const [name, field] of Object.entries(description) as [keyof Description, { value: unknown }][]) {
    if (typeof field.value !== 'string') continue;
    const known = one.texts[name];
    one.texts[name] ??= field.value;
    if (known !== undefined && placeKey(known) !== placeKey(field.value)) one.differs.add(name);
  }
  one.documents++;
  one.pages += pages.length;
  const fojas = description.fojas?.value ?? null;
  one.fojas = one.fojas === null || fojas === null ? null : one.fojas + fojas;
  one.whole ??= description.fojasExpediente?.value ?? null;
  const date = fields?.fechaDocumento.value ?? null;
  if (date === null) return;
  if (one.firstDate === null || date < one.firstDate) one.firstDate = date;
  if (one.lastDate === null || date > one.lastDate) one.lastDate = date;
}

function finished(key: string, { whole, differs, only, ...one }: Growing): Expediente {
  const alone = one.documents === 1 ? only : null;
  return { key, ...one, fojas: whole ?? one.fojas, differs: [...differs], only: alone };
}
