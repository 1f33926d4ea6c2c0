import { dependenciaKey } from '../../../search/query/dependencia-key.ts';

type Counts = Readonly<Record<string, number>>;

/** Counts over all hits, from those of the levels. Spellings of one office are one, shown by the last of them. */
export function facetsOf(
  levels: readonly Readonly<Record<string, Counts>>[],
): Record<string, Record<string, number>> {
  const all = (attribute: string) => summed(levels.map((level) => level[attribute] ?? {}));
  return { tipo: sorted(all('tipo')), dependencia: offices(all('office')), anio: sorted(all('anio')) };
}

function summed(parts: readonly Counts[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const part of parts)
    for (const [key, count] of Object.entries(part)) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort(byName));

function offices(counts: ReadonlyMap<string, number>): Record<string, number> {
  const groups = new Map<string, { name: string; count: number }>();
  for (const [tag, count] of counts) {
    const name = Buffer.from(tag, 'hex').toString();
    const key = dependenciaKey(name);
    const group = groups.get(key) ?? { name, count: 0 };
    const last = Buffer.compare(Buffer.from(name), Buffer.from(group.name)) > 0 ? name : group.name;
    groups.set(key, { name: last, count: group.count + count });
  }
  const named = [...groups].sort(byName).map(([, { name, count }]) => [name, count]);
  return Object.fromEntries(named);
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
