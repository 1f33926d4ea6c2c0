// Which rows of a manifest speak of which document: by file, by digest, else by expediente.

import type { Description } from '../../model/document.ts';
import type { Mismatch, MismatchCode } from '../../model/mismatch.ts';
import { placeKey } from '../../search/words/place-key.ts';
import { nameOf } from './columns.ts';
import { type Found, fileFinder } from './find-files.ts';
import { mergedCells } from './merged.ts';
import type { Manifest, ManifestRow } from './read.ts';

/** A row and how it was matched: `expediente` rows speak of all documents of one. */
export interface MatchedRow {
  readonly row: ManifestRow;
  readonly by: 'archivo' | 'sha256' | 'expediente';
  /** The file that it names; null where it speaks of a whole folder. */
  readonly path: string | null;
}

export interface Grouped {
  readonly source: string;
  readonly files: readonly { readonly path: string }[];
  /** What the path says, for rows that name only an expediente. */
  readonly description: Description;
}

export interface Matches {
  /** Rows by index of the document. */
  readonly rows: readonly (readonly MatchedRow[])[];
  /** Rows that give nothing but a digest: known when the files have been read. */
  readonly byDigest: ReadonlyMap<string, readonly ManifestRow[]>;
  /** Documents of each row that names an expediente of several. */
  readonly shared: ReadonlyMap<ManifestRow, readonly number[]>;
  readonly mismatches: readonly Mismatch[];
}

/** A cell of a row, filled from merged cells where it is blank; undefined where the manifest does not say. */
export function cellOf(
  manifest: Manifest,
  row: ManifestRow,
  use: string,
): { text: string; header: string } | undefined {
  for (const [header, it] of manifest.uses) {
    if (nameOf(it) !== use) continue;
    const text = row.cells[header] ?? row.filled[header];
    if (text !== undefined) return { text, header };
  }
  return undefined;
}

/** Matches every row, or says why not. A file that no row names is a mismatch too. */
export function matchRows(manifest: Manifest, groups: readonly Grouped[]): Matches {
  const find = fileFinder(
    groups.flatMap(({ source, files }, group) => [
      ...files.map(({ path }) => ({ path, group, isFolder: false })),
      ...(files.length > 1 ? [{ path: source, group, isFolder: true }] : []),
    ]),
  );
  const byExpediente = new Map<string, number[]>();
  for (const [index, { description }] of groups.entries()) {
    const key = placeKey(description.expediente?.value ?? '');
    byExpediente.set(key, [...(byExpediente.get(key) ?? []), index]);
  }
  const rows: MatchedRow[][] = groups.map(() => []);
  const byDigest = new Map<string, ManifestRow[]>();
  const shared = new Map<ManifestRow, number[]>();
  const mismatches: Mismatch[] = [];
  const merged = mergedCells(manifest);
  const folderOf = (found: Found): string | null => {
    if (typeof found === 'string') return null;
    return found.path === null ? groups[found.group]!.source : found.path.replace(/\/?[^/]*$/, '');
  };
  for (const written of manifest.rows) {
    const miss = (code: MismatchCode, detail: string) =>
      mismatches.push({ code, line: written.line, detail });
    const file = cellOf(manifest, written, 'archivo')?.text;
    const found = file === undefined ? 'none' : find(file);
    const { row, mismatches: doubts } = merged(written, folderOf(found));
    mismatches.push(...doubts);
    const digest = cellOf(manifest, row, 'sha256')?.text.toLowerCase();
    if (file !== undefined) {
      if (found === 'none') miss('row-without-file', file);
      else if (found === 'several') miss('row-ambiguous', file);
      else rows[found.group]!.push({ row, by: 'archivo', path: found.path });
    } else if (digest !== undefined) byDigest.set(digest, [...(byDigest.get(digest) ?? []), row]);
    else {
      const expediente = cellOf(manifest, row, 'expediente')?.text;
      const sameNumber = expediente === undefined ? [] : (byExpediente.get(placeKey(expediente)) ?? []);
      const members = sameNumber.filter((index) => agrees(manifest, row, groups[index]!.description));
      if (members.length === 0)
        miss('row-without-file', expediente ?? Object.values(row.cells).join(' · ').slice(0, 80));
      if (members.length > 1) shared.set(row, members);
      for (const group of members) rows[group]!.push({ row, by: 'expediente', path: null });
    }
  }
  return { rows, byDigest, shared, mismatches };
}

const PLACES = ['fondo', 'seccion', 'serie', 'subserie', 'caja', 'lote'] as const;

// What both the row and the path say of the place must be the same.
function agrees(manifest: Manifest, row: ManifestRow, description: Description): boolean {
  return PLACES.every((name) => {
    const [said, found] = [cellOf(manifest, row, name)?.text, description[name]?.value];
    return said === undefined || !found || placeKey(said) === placeKey(found);
  });
}
