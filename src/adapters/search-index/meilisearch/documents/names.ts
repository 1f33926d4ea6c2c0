import type { DocumentRecord } from '../../../../model/document.ts';
import type { Filters } from '../../../../ports/search-index.ts';
import { ASKED_BY, NAMED, type Named, namesIn } from '../../../../search/page/names.ts';
import { dependenciaKey } from '../../../../search/query/dependencia-key.ts';
import { fitting, hex, quoted } from './value.ts';

// In hexadecimal two bytes stand for one. What is longer is cut where it is shown, never where it is asked for.
const LONGEST_LABEL = 230;

/** What a document is counted and kept by: each name as it is written, and each way of asking for it. */
export function namesOf(record: DocumentRecord): {
  readonly labels: Readonly<Record<Named, string | null>>;
  readonly names: readonly string[];
} {
  const said = namesIn(record);
  const labels = Object.fromEntries(NAMED.map((name) => [name, labelOf(said[name])]));
  const names = NAMED.flatMap((name) => waysOf(name, said[name]).map((key) => nameKey(name, key)));
  return { labels: labels as Record<Named, string | null>, names: [...new Set(names)] };
}

/** The conditions that keep to the names that were asked for. */
export const naming = (filters: Filters): string[] =>
  NAMED.flatMap((name) => {
    const asked = filters[name];
    return asked === undefined ? [] : [`names = ${quoted(nameKey(name, dependenciaKey(asked)))}`];
  });

function labelOf(said: string | null): string | null {
  if (said === null || said === '') return null;
  const bytes = Buffer.from(said).subarray(0, LONGEST_LABEL);
  return hex(bytes.toString().replace(/\uFFFD$/, ''));
}

// `obras publicas` is one of the ways to ask for the Dirección de Obras Públicas.
function waysOf(name: Named, said: string | null): string[] {
  if (said === null || said === '') return [];
  const key = dependenciaKey(said);
  if (ASKED_BY[name] === 'whole') return [key];
  const words = key.split(' ');
  return words.flatMap((_, i) => words.slice(i).map((_, k) => words.slice(i, i + k + 1).join(' ')));
}

const nameKey = (name: Named, key: string): string => fitting(`${name}:${key}`);
