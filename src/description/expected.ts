import type { DocumentRecord } from '../model/document.ts';
import type { DocumentFlag } from '../model/flags.ts';

const CODES = ['pages-missing', 'pages-extra', 'fojas-against-pages', 'fojas-against-foliation'] as const;

/**
 * The record with its flags of what was promised against what was found, as it stands now: pages, and sheets that must fit
 * them. Other flags stay.
 */
export function withExpectations(record: DocumentRecord): DocumentRecord {
  const others = (record.flags ?? []).filter(({ code }) => !(CODES as readonly string[]).includes(code));
  const flags = [...others, ...expectations(record)];
  if (flags.length > 0) return { ...record, flags };
  const { flags: _, ...unflagged } = record;
  return unflagged;
}

function* expectations(record: DocumentRecord): Generator<DocumentFlag & { code: (typeof CODES)[number] }> {
  const { description, delivery } = record;
  const pages = record.pages.length;
  const promised = delivery?.pages ?? null;
  if (promised !== null && promised !== pages)
    yield {
      code: promised > pages ? 'pages-missing' : 'pages-extra',
      detail: `${promised} / ${pages}`,
    };
  const fojas = description?.fojas?.value ?? null;
  // A sheet has two faces: more sheets than pages, or more than two pages a sheet, cannot be.
  if (fojas !== null && (fojas > pages || pages > 2 * fojas))
    yield { code: 'fojas-against-pages', detail: `${fojas} / ${pages}` };
  const counted = foliation(description?.fojaInicial?.value, description?.fojaFinal?.value);
  if (fojas !== null && counted !== null && counted !== fojas)
    yield { code: 'fojas-against-foliation', detail: `${fojas} / ${counted}` };
}

/** Sheets from the first to the last number written on them; null where these are no plain numbers. */
export function foliation(first: string | null | undefined, last: string | null | undefined): number | null {
  const [from, to] = [first, last].map(
    (text) => /^0*(\d{1,6})\s?(?:v|vta\.?|vuelta|r|fte\.?)?$/i.exec(text ?? '')?.[1],
  );
  if (from === undefined || to === undefined) return null;
  const count = Number(to) - Number(from) + 1;
  return count > 0 ? count : null;
}
