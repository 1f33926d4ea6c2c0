// Which files make a document: a PDF or a multi-page TIFF is one; the loose page images of a folder are one, in the order
// of the paper. Whatever is not a scan is a document of its own, so that it is kept and reported.
import { open } from 'node:fs/promises';
import path from 'node:path';
import { naturalOrder } from './natural-order.ts';
import { SNIFF_BYTES, sniff } from './sniff.ts';
import { hasSeveralPages } from './tiff-pages.ts';
import type { FoundFile, FoundFolder } from './walk.ts';

export interface TypedFile extends FoundFile {
  /** MIME type by content; null when unknown. */
  readonly type: string | null;
}

/** The files of one document, in page order. */
export interface FileGroup {
  /** What to call it: the file's path, or the folder's for loose pages. */
  readonly source: string;
  readonly files: readonly TypedFile[];
}

const PAGE_IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp']);
// A page image so damaged that its content does not tell is still a page of its folder, by its name.
const PAGE_NAMES = /\.(jpe?g|png|webp|tiff?)$/i;

/** Groups the files of one folder into documents; loose pages first. */
export async function groupFolder(folder: FoundFolder, options: { eachFile: boolean }): Promise<FileGroup[]> {
  const pages: TypedFile[] = [];
  const groups: FileGroup[] = [];
  for (const file of folder.files) {
    const { type, isPage } = await look(file);
    if (isPage && !options.eachFile) pages.push({ ...file, type });
    else groups.push({ source: file.path, files: [{ ...file, type }] });
  }
  pages.sort((a, b) => naturalOrder(path.basename(a.path), path.basename(b.path)));
  groups.sort((a, b) => naturalOrder(path.basename(a.source), path.basename(b.source)));
  if (pages.length === 1) return [{ source: pages[0]!.path, files: pages }, ...groups];
  return pages.length > 1 ? [{ source: folder.path, files: pages }, ...groups] : groups;
}

// A file that cannot be opened is a group too: receiving it will say why.
async function look(file: FoundFile): Promise<{ type: string | null; isPage: boolean }> {
  const handle = await open(file.location).catch(() => null);
  if (!handle) return { type: null, isPage: false };
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
    const type = await sniff(buffer.subarray(0, bytesRead));
    if (type === 'image/tiff') return { type, isPage: !(await hasSeveralPages(handle)) };
    return { type, isPage: type === null ? PAGE_NAMES.test(file.path) : PAGE_IMAGES.has(type) };
  } catch {
    return { type: null, isPage: PAGE_NAMES.test(file.path) };
  } finally {
    await handle.close();
  }
}
