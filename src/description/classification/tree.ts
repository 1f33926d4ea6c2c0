// The archive's classification (CGCA) and retention (CADIDO, dossier §2.2, §2.3) in one table that it owns.
import { fold } from '../../search/words/fold.ts';
import { placeKey } from '../../search/words/place-key.ts';

export const LEVELS = ['fondo', 'subfondo', 'seccion', 'subseccion', 'serie', 'subserie'] as const;
export type Level = (typeof LEVELS)[number];

export type Destino = 'baja' | 'conservacion' | 'muestreo';

/** How long, and what then. Years; null where the schedule does not say. */
export interface Retention {
  readonly valor: string | null;
  readonly tramite: number | null;
  readonly concentracion: number | null;
  readonly destino: Destino | null;
  readonly acceso: string | null;
  readonly fundamento: string | null;
  readonly observaciones: string | null;
}

/** A branch of the tree, as it was from `desde` until `hasta` (ISO dates or years, inclusive; null: open). */
export interface Branch {
  readonly clave: string;
  readonly nombre: string;
  readonly nivel: Level;
  readonly padre: string | null;
  readonly desde: string | null;
  readonly hasta: string | null;
  readonly retention: Retention;
}

/** Where a document lies in the tree: its branches by level, and the retention of the lowest that states one. */
export interface Place {
  readonly branches: Readonly<Partial<Record<Level, Branch>>>;
  readonly lowest: Branch;
  readonly retention: Retention;
}

/** What a document says of its place: text of the description by level. */
export type Named = Readonly<Partial<Record<Level, string>>>;

/**
 * Finds the lowest branch that is named, by key (`3S.2`), by name, or by both (`3S.2 Licencias`), as the tree was on `day`
 * (null: today's). Null where nothing is named, or where a name is that of several branches and those above do not tell.
 */
export function placeIn(tree: readonly Branch[], named: Named, day: string | null): Place | null {
  const then = day ?? new Date().toISOString().slice(0, 10);
  const valid = tree.filter(
    ({ desde, hasta }) =>
      (desde === null || desde <= then) && (hasta === null || then.slice(0, hasta.length) <= hasta),
  );
  const byKey = new Map(valid.map((branch) => [placeKey(branch.clave), branch]));
  for (const level of [...LEVELS].reverse()) {
    const text = named[level];
    if (text === undefined) continue;
    const same = valid.filter((branch) => branch.nivel === level && isCalled(branch, text));
    const fitting = same.filter((branch) =>
      chainOf(branch, byKey).every((above) => isConsistent(above, named)),
    );
    const [lowest, other] = fitting;
    if (!lowest || other) return null;
    const chain = [lowest, ...chainOf(lowest, byKey)];
    return {
      branches: Object.fromEntries(chain.map((branch) => [branch.nivel, branch])),
      lowest,
      retention: inherited(chain),
    };
  }
  return null;
}

/** Everything that a branch of this level and name may be called, folded: its key and its name. */
export function spellingsOf(tree: readonly Branch[], level: Level, text: string): ReadonlySet<string> {
  const called = tree.filter((branch) => branch.nivel === level && isCalled(branch, text));
  return new Set(
    [text, ...called.flatMap(({ clave, nombre }) => [clave, nombre, `${clave} ${nombre}`])].map(placeKey),
  );
}

function isCalled({ clave, nombre }: Branch, text: string): boolean {
  const key = placeKey(text);
  return key === placeKey(clave) || key === placeKey(nombre) || key === placeKey(`${clave} ${nombre}`);
}

const isConsistent = (above: Branch, named: Named): boolean => {
  const text = named[above.nivel];
  return text === undefined || isCalled(above, text);
};

/** The branches above, nearest first. */
function chainOf(branch: Branch, byKey: ReadonlyMap<string, Branch>): Branch[] {
  const chain: Branch[] = [];
  for (let at = branch.padre; at !== null && chain.length < LEVELS.length; ) {
    const above = byKey.get(placeKey(at));
    if (!above) break;
    chain.push(above);
    at = above.padre;
  }
  return chain;
}

// What a subserie does not state is that of its serie.
function inherited(chain: readonly Branch[]): Retention {
  const pick = <K extends keyof Retention>(name: K): Retention[K] =>
    (chain.find(({ retention }) => retention[name] !== null)?.retention[name] ?? null) as Retention[K];
  return {
    valor: pick('valor'),
    tramite: pick('tramite'),
    concentracion: pick('concentracion'),
    destino: pick('destino'),
    acceso: pick('acceso'),
    fundamento: pick('fundamento'),
    observaciones: pick('observaciones'),
  };
}

/** What becomes of an expediente at the end, by whatever words the schedule has for it; null for other words. */
export function destinoOf(text: string): Destino | null {
  const plain = fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (/^(?:b|baja|baja documental|eliminacion)$/.test(plain)) return 'baja';
  if (
    /^(?:c|cp|ch|conservacion|conservacion permanente|permanente|historico|archivo historico|transferencia secundaria)$/.test(
      plain,
    )
  )
    return 'conservacion';
  return /^(?:m|muestreo)$/.test(plain) ? 'muestreo' : null;
}
