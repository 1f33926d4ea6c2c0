import { type FileHandle, open } from 'node:fs/promises';
import type { Raster } from '../../fixtures/generator/index.ts';

const HEADER_BYTES = 8;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/**
 * Writes the same uncompressed colour page again and again, until the file has at least `bytes` bytes (below 4 GB, where the
 * format ends). Memory holds one page. Answers the number of pages.
 */
export async function writeLargeTiff(target: string, page: Raster, bytes: number): Promise<number> {
  await using file = await open(target, 'w');
  let at = HEADER_BYTES;
  let pages = 0;
  let pointer = 4;
  await file.write(Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]));
  while (at < bytes) {
    const directory = at + page.data.length + (page.data.length % 2);
    await write(file, page.data, at);
    const entries = directoryOf(page, at, directory);
    await write(file, entries, directory);
    await write(file, uint32(directory), pointer);
    pointer = directory + 2 + 12 * entries.readUInt16LE(0);
    at = directory + entries.length;
    pages++;
  }
  return pages;
}

// Baseline RGB (TIFF 6.0, section 6): the directory, then what does not fit into its entries.
function directoryOf({ width, height, dpi, data }: Raster, pixels: number, offset: number): Buffer {
  const fields: [tag: number, type: number, count: number, value: number | 'bits' | 'dpi'][] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 3, 'bits'],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixels],
    [277, SHORT, 1, 3],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    [282, RATIONAL, 1, 'dpi'],
    [283, RATIONAL, 1, 'dpi'],
    [296, SHORT, 1, 2],
  ];
  const size = 2 + 12 * fields.length + 4;
  const places = { bits: offset + size, dpi: offset + size + 6 };
  const made = Buffer.alloc(size + 6 + 8);
  made.writeUInt16LE(fields.length, 0);
  for (const [i, [tag, type, count, value]] of fields.entries()) {
    const at = 2 + 12 * i;
    made.writeUInt16LE(tag, at);
    made.writeUInt16LE(type, at + 2);
    made.writeUInt32LE(count, at + 4);
    made.writeUInt32LE(typeof value === 'number' ? value : places[value], at + 8);
  }
  for (const i of [0, 1, 2]) made.writeUInt16LE(8, size + 2 * i);
  made.writeUInt32LE(dpi, size + 6);
  made.writeUInt32LE(1, size + 10);
  return made;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const write = (file: FileHandle, bytes: Uint8Array, at: number) => file.write(bytes, 0, bytes.length, at);
