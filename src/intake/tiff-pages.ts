import type { FileHandle } from 'node:fs/promises';
import { isPage, walkTiff } from '../imaging/open/tiff-directories.ts';

// For a chain that holds thumbnails only.
const MAX_DIRECTORIES = 64;

/**
 * Whether a TIFF holds more than one page, from the beginning of its directory chain: grouping asks this of every file of a
 * folder, by a handle, because the name may not be text. False where the chain breaks off before a second page.
 */
export async function hasSeveralPages(file: FileHandle): Promise<boolean> {
  let pages = 0;
  for await (const directory of walkTiff(file)) {
    if (isPage(directory)) pages++;
    if (pages > 1 || directory.index + 1 === MAX_DIRECTORIES) break;
  }
  return pages > 1;
}
