// Writes TIFFs that sharp does not: directories with just the tags that a test asks for.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Tag → value; a pair is a rational, bytes are put in the file and pointed to. */
export type Tags = Record<number, number | readonly [number, number] | Uint8Array>;

export interface TiffPage {
  readonly tags: Tags;
  readonly data: Uint8Array;
}

const [SHORT, LONG, RATIONAL, UNDEFINED] = [3, 4, 5, 7];
const STRIP_OFFSET = 273;
const JPEG_OFFSET = 513;

/** A little-endian TIFF; `next` overrides where the last directory points. */
export function tiffOf(pages: readonly TiffPage[], next = 0): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0000000000', 'hex')];
  let length = 8;
  let link = { part: 0, at: 4 };
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
    return length - part.length;
  };
  const point = (to: number) => parts[link.part]!.writeUInt32LE(to, link.at);
  for (const { tags, data } of pages) {
    const offset = push(Buffer.from(data));
    const all: Tags = { [STRIP_OFFSET]: offset, 279: data.length, ...tags };
    if (all[JPEG_OFFSET] !== undefined) all[JPEG_OFFSET] = offset;
    const entries = Object.entries(all).map(([tag, value]) => {
      const entry = Buffer.alloc(12);
      entry.writeUInt16LE(Number(tag), 0);
      if (typeof value === 'number') {
        entry.writeUInt16LE(value < 65536 && Number(tag) !== STRIP_OFFSET ? SHORT : LONG, 2);
        entry.writeUInt32LE(1, 4);
        entry.writeUInt32LE(value, 8);
      } else {
        const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(8);
        if (!(value instanceof Uint8Array)) value.forEach((part, i) => void bytes.writeUInt32LE(part, 4 * i));
        entry.writeUInt16LE(value instanceof Uint8Array ? UNDEFINED : RATIONAL, 2);
        entry.writeUInt32LE(value instanceof Uint8Array ? bytes.length : 1, 4);
        entry.writeUInt32LE(push(bytes), 8);
      }
      return entry;
    });
    const directory = Buffer.concat([Buffer.alloc(2), ...entries, Buffer.alloc(4)]);
    directory.writeUInt16LE(entries.length, 0);
    point(push(directory));
    link = { part: parts.length - 1, at: directory.length - 4 };
  }
  point(next);
  return Buffer.concat(parts);
}

/** An uncompressed gray page of 8 bits, white but for its first pixel. */
export function grayPage(width: number, height: number, tags: Tags = {}): TiffPage {
  const data = Buffer.alloc(width * height, 255);
  data[0] = 0;
  return { data, tags: { 256: width, 257: height, 258: 8, 259: 1, 262: 1, 277: 1, 278: height, ...tags } };
}

export async function saveImage(bytes: Uint8Array, name = 'scan'): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-open-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}
