// What comes with the scans: a template for their folders, a manifest, or both. Tells what they say of each document, and keeps the
// list of what does not fit.
import { isDeepStrictEqual } from 'node:util';
import type { Mismatch } from '../archive/batches.ts';
import type { Delivery, Description } from '../model/document.ts';
import { describeByPath } from './by-path.ts';
import { type MatchedRow, matchRows } from './manifest/match.ts';
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

/** The papers that came with a delivery. */
export interface Papers<G extends Group> {
  /** What they say of a document; null where they say nothing. Asked once of each document. */
  of(group: G, files: readonly { readonly path: string; readonly sha256: string }[]): Said | null;
  /** The same bytes came before, and `first` is what was said of them. */
  saidAgain(group: G, first: Said, said: Said): void;
  /** The document has been read, or was in the archive already: it has so many pages. */
  found(group: G, pages: number): void;
  /** Everything that does not fit, once all documents have been asked for. */
  mismatches(): readonly Mismatch[];
}

/** Matches a template and a manifest with the documents of a delivery. */
export function openPapers<G extends Group>(
  groups: readonly G[],
  { template, manifest }: { readonly template?: Template; readonly manifest?: Manifest },
): Papers<G> {
  const mismatches: Mismatch[] = [];
  const byPath = groups.map(({ files }) => {
    const told = template ? describeByPath(template, files) : { description: {}, mismatches: [] };
    mismatches.push(...told.mismatches);
    return told.description;
  });
  const grouped = groups.map((group, index) => ({ ...group, description: byPath[index]! }));
  const matches = manifest && matchRows(manifest, grouped);
  mismatches.push(...(matches?.mismatches ?? []));
  const indexOf = new Map(groups.map((group, index) => [group, index]));
  const pages = new Map<number, number>();
  const promised = new Map<number, number | null>();
  const usedDigests = new Set<string>();

  return {
    of(group, files) {
      const index = indexOf.get(group)!;
      const description = byPath[index]!;
      const rows: MatchedRow[] = [...(matches?.rows[index] ?? [])];
      for (const { sha256 } of files)
        for (const row of matches?.byDigest.get(sha256) ?? []) {
          rows.push({ row, by: 'sha256', path: null });
          usedDigests.add(sha256);
        }
      if (!manifest || !matches || rows.length === 0) {
        if (manifest) mismatches.push({ code: 'file-without-row', path: group.source });
        return Object.keys(description).length > 0 ? { description, delivery: null } : null;
      }
      const isAlone = ({ row }: MatchedRow) => !matches.shared.has(row);
      const statement = statementOf(manifest, rows, { path: group.source, isAlone });
      mismatches.push(
        ...statement.mismatches,
        ...wrongDigests(manifest, rows, files),
        ...unnamedPages(rows, group),
      );
      promised.set(index, statement.delivery.pages);
      return {
        description: mergeDescriptions(statement.description, description),
        delivery: statement.delivery,
      };
    },
    saidAgain(group, first, { description, delivery }) {
      if (isDeepStrictEqual(first.description, description)) return;
      mismatches.push({ code: delivery ? 'rows-disagree' : 'template-disagrees', path: group.source });
    },
    found(group, count) {
      pages.set(indexOf.get(group)!, count);
    },
    mismatches() {
      const late: Mismatch[] = [];
      for (const [digest, rows] of matches?.byDigest ?? [])
        if (!usedDigests.has(digest))
          for (const row of rows) late.push({ code: 'row-without-file', line: row.line, detail: digest });
      for (const [index, count] of pages)
        late.push(...pagesApart(promised.get(index), count, { path: groups[index]!.source }));
      for (const [row, members] of matches?.shared ?? []) {
        const all = members.map((index) => pages.get(index));
        if (all.includes(undefined)) continue;
        const found = all.reduce<number>((sum, count) => sum + count!, 0);
        const said = pagesOf(manifest!, [{ row, by: 'expediente', path: null }]);
        late.push(...pagesApart(said, found, { line: row.line }));
      }
      return [...mismatches, ...late].sort((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity));
    },
  };
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
  files: readonly { readonly path: string; readonly sha256: string }[],
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
  return [{ code, ...where, detail: `manifest ${promised}, found ${found}` }];
}
