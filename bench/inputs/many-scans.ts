import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Specimen } from '../specimen.ts';

const SOI_BYTES = 2;

/** `count` scans of which no two have the same bytes: the JPEGs again and again, each with a comment of its own. */
export async function writeManyScans(
  folder: string,
  specimens: readonly Specimen[],
  count: number,
): Promise<void> {
  const jpegs = specimens.filter(({ type }) => type === 'image/jpeg');
  if (jpegs.length === 0) throw new Error('No page is a JPEG: name a kind besides photocopy and fax.');
  for (let i = 0; i < count; i++) {
    const bytes = await readFile(jpegs[i % jpegs.length]!.path);
    const marked = Buffer.concat([
      bytes.subarray(0, SOI_BYTES),
      comment(`page ${i}`),
      bytes.subarray(SOI_BYTES),
    ]);
    await writeFile(path.join(folder, `${String(i).padStart(6, '0')}.jpg`), marked);
  }
}

// A COM segment: marker, length of what follows, text.
function comment(text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([head, Buffer.from(text)]);
}
