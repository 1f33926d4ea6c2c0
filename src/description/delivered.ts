// What comes with the scans: a template for their folders, a manifest, or both. Tells what they say of each document, and what does
// not fit.
import { isDeepStrictEqual } from 'node:util';
import type { Delivery, Description } from '../model/document.ts';
import type { Mismatch } from '../model/mismatch.ts';
import { describeByPath } from './by-path.ts';
import { type MatchedRow, type Matches, matchRows } from './manifest/match.ts';
import type { Manifest } from './manifest/read.ts';
import { pagesOf, statementOf } from './manifest/state.ts';
import { mergeDescriptions } from './override.ts';
import type { Template } from './template.ts';

/** What is said of a document before it is read. */
export interface Said {
  readonly description: Description;
  readonly delivery: Delivery | null;
}

interface Group {
  readonly source: string;
  readonly files: readonly { readonly path: string }[];
}

interface DigestedFile {
  readonly path: string;
  readonly sha256: string;
}

/** A delivery's template and manifest, matched with its documents. */
export interface Delivered<G extends Group> {
  /** Its documents, each with its place. */
  readonly places: ReadonlyMap<G, number>;
  readonly manifest: Manifest | null;
  readonly matches: Matches | null;
  /** What each document's path says, in the order of the groups. */
  readonly byPath: readonly Description[];
  /** What does not fit, before any file has been read. */
  readonly mismatches: readonly Mismatch[];
}

/** Matches a template and a manifest with the documents of a delivery. */
export function matchDelivery<G extends Group>(
  groups: readonly G[],
  { template, manifest }: { readonly template?: Template; readonly manifest?: Manifest },
): Delivered<G> {
  const told = groups.map(({ files }) =>
    template ? describeByPath(template, files) : { description: {}, mismatches: [] },
  );
  const byPath = told.map(({ description }) => description);
  const matches = manifest
    ? matchRows(
        manifest,
        groups.map((group, index) => ({ ...group, description: byPath[index]! })),
      )
    : null;
  const mismatches = [...told.flatMap((one) => one.mismatches), ...(matches?.mismatches ?? [])];
  const places = new Map(groups.map((group, index) => [group, index]));
  return { places, manifest: manifest ?? null, matches, byPath, mismatches };
}

/** What template and manifest say of one document, and what of it does not fit. */
export interface Lookup {
  readonly said: Said | null;
  readonly mismatches: readonly Mismatch[];
}

/** Looks a document up, by its place in the delivery and by the digests of its files. */
export function lookUp<G extends Group>(
  { places, manifest, matches, byPath }: Delivered<G>,
  group: G,
  files: readonly DigestedFile[],
): Lookup {
  const index = places.get(group)!;
  const description = byPath[index]!;
  const byDigest = files.flatMap(({ sha256 }) => matches?.byDigest.get(sha256) ?? []);
  const rows: readonly MatchedRow[] = [
    ...(matches?.rows[index] ?? []),
    ...byDigest.map((row) => ({ row, by: 'sha256' as const, path: null })),
  ];
  if (!manifest || !matches || rows.length === 0)
    return {
      said: Object.keys(description).length > 0 ? { description, delivery: null } : null,
      mismatches: manifest ? [{ code: 'file-without-row', path: group.source }] : [],
    };
  const isAlone = ({ row }: MatchedRow) => !matches.shared.has(row);
  const stated = statementOf(manifest, rows, { path: group.source, isAlone });
  return {
    said: { description: mergeDescriptions(stated.description, description), delivery: stated.delivery },
    mismatches: [...stated.mismatches, ...wrongDigests(manifest, rows, files), ...unnamedPages(rows, group)],
  };
}

/** The same bytes were delivered twice: nothing where both times the same is said of them. */
export function saidOtherwise(first: Said, again: Said, path: string): Mismatch[] {
  if (isDeepStrictEqual(first.description, again.description)) return [];
  return [{ code: again.delivery ? 'rows-disagree' : 'template-disagrees', path }];
}

/** A document that was looked up: how many pages it has is null where it has not been read. */
export interface LookedUp<G extends Group> extends Lookup {
  readonly group: G;
  readonly files: readonly DigestedFile[];
  readonly pages: number | null;
}

/** Everything in a delivery that does not fit, once all its documents have been looked up. */
export function mismatchesOf<G extends Group>(
  { places, manifest, matches, mismatches }: Delivered<G>,
  found: readonly LookedUp<G>[],
): readonly Mismatch[] {
  const digests = new Set(found.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
  const missing = [...(matches?.byDigest ?? [])].flatMap(([digest, rows]): Mismatch[] =>
    digests.has(digest) ? [] : rows.map(({ line }) => ({ code: 'row-without-file', line, detail: digest })),
  );
  const pages = new Map(found.map((one) => [places.get(one.group), one.pages]));
  const apart = found.flatMap(({ said, group, pages }) =>
    pages === null ? [] : pagesApart(said?.delivery?.pages, pages, { path: group.source }),
  );
  const apartTogether = [...(matches?.shared ?? [])].flatMap(([row, members]) => {
    const all = members.map((index) => pages.get(index) ?? null);
    if (all.includes(null)) return [];
    const sum = all.reduce<number>((total, count) => total + count!, 0);
    const promised = pagesOf(manifest!, [{ row, by: 'expediente', path: null }]);
    return pagesApart(promised, sum, { line: row.line });
  });
  return [
    ...mismatches,
    ...found.flatMap((one) => one.mismatches),
    ...missing,
    ...apart,
    ...apartTogether,
  ].sort((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity));
}

// Where rows name the pages of a folder one by one, a page that none of them names is one too many.
function unnamedPages(rows: readonly MatchedRow[], { files }: Group): Mismatch[] {
  const named = new Set(rows.map(({ path }) => path));
  if (named.has(null)) return [];
  return files.flatMap(({ path }) => (named.has(path) ? [] : [{ code: 'file-without-row', path }]));
}

// A row with both tells the file by its name; its digest must then be that of the file.
function wrongDigests(
  manifest: Manifest,
  rows: readonly MatchedRow[],
  files: readonly DigestedFile[],
): Mismatch[] {
  const header = [...manifest.uses].find(([, use]) => 'match' in use && use.match === 'sha256')?.[0];
  if (header === undefined) return [];
  const digests = new Set(files.map(({ sha256 }) => sha256));
  return rows.flatMap(({ row, by }) => {
    const digest = row.cells[header]?.toLowerCase();
    if (by !== 'archivo' || digest === undefined || digests.has(digest)) return [];
    return [{ code: 'digest-differs', line: row.line, path: files[0]?.path ?? '', detail: digest }];
  });
}

/** What is said of a document that has other pages than it should; nothing where nothing was said. */
export function pagesApart(
  promised: number | null | undefined,
  found: number,
  where: Pick<Mismatch, 'line' | 'path'>,
): Mismatch[] {
  if (promised === null || promised === undefined || promised === found) return [];
  const code = promised > found ? 'pages-missing' : 'pages-extra';
  return [{ code, ...where, detail: `${promised} / ${found}` }];
}
