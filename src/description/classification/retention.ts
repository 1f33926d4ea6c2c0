import type { Destino, Retention } from './tree.ts';

/** Where an expediente stands in its life on a day, and since when. */
export type Standing =
  /** In use, or nobody knows: without a closing date or a term no clock runs. */
  | { readonly at: 'tramite'; readonly until: string | null }
  | { readonly at: 'concentracion'; readonly since: string; readonly until: string | null }
  | { readonly at: 'concluida'; readonly since: string; readonly destino: Destino | null };

/**
 * The standing of an expediente closed on `closed` (ISO day; a month or year counts to its end) on `day`. The clock starts at the
 * closing date (dossier §2.3), never at the scan. A day on which a term ends still belongs to it.
 */
export function standingOf(closed: string | null, retention: Retention | null, day: string): Standing {
  const { tramite = null, concentracion = null, destino = null } = retention ?? {};
  if (closed === null || tramite === null) return { at: 'tramite', until: null };
  const endOfTramite = yearsAfter(lastDayOf(closed), tramite);
  if (day <= endOfTramite) return { at: 'tramite', until: endOfTramite };
  if (concentracion === null) return { at: 'concentracion', since: endOfTramite, until: null };
  const end = yearsAfter(endOfTramite, concentracion);
  if (day <= end) return { at: 'concentracion', since: endOfTramite, until: end };
  return { at: 'concluida', since: end, destino };
}

/** `1987` → `1987-12-31`, `1987-02` → `1987-02-28`. */
export function lastDayOf(date: string): string {
  const [year = '', month = '12', day] = date.split('-');
  if (day !== undefined) return date;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

// The 29th of February ends a year on the 28th.
function yearsAfter(date: string, years: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}
