import { type FileHandle, open } from 'node:fs/promises';

// The tags of TIFF 6.0 that decide whether a page is one, how it is shown and where its pixels lie.
const TAGS = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  strips: 273,
  orientation: 274,
  samples: 277,
  stripBytes: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
  tiles: 324,
  sampleFormat: 339,
  jpegOffset: 513,
  jpegBytes: 514,
} as const;

type TagName = keyof typeof TAGS;

/** One directory (page) of a TIFF: its tags that matter here, as numbers. */
export interface TiffDirectory {
  /** Place in the chain: what libvips calls the page. */
  readonly index: number;
  readonly tags: ReadonlyMap<TagName, readonly number[]>;
}

/** The first value of a tag, or what the standard takes for granted. */
export const firstOf = (directory: TiffDirectory, tag: TagName, otherwise: number): number =>
  directory.tags.get(tag)?.[0] ?? otherwise;

// NewSubfileType: bit 0 is a reduced copy (thumbnail), bit 2 a transparency mask.
const NOT_A_PAGE = 0b101;

/** Whether a directory is a page, and not something that belongs to one. */
export const isPage = (directory: TiffDirectory): boolean =>
  (firstOf(directory, 'subfile', 0) & NOT_A_PAGE) === 0;

export interface TiffDirectories {
  readonly directories: readonly TiffDirectory[];
  /** Why the chain of pages ends before its end; null when whole. */
  readonly broken: string | null;
}

// Bytes a value takes, by TIFF field type: byte, short, long, rational, and their signed and BigTIFF kin.
const SIZES: Readonly<Record<number, number>> = {
  1: 1,
  3: 2,
  4: 4,
  5: 8,
  8: 2,
  9: 4,
  10: 8,
  13: 4,
  16: 8,
  18: 8,
};
// Long lists (strip offsets of a 2 GB page) are not needed: the first values tell what is asked.
const MAX_VALUES = 8;
const MAX_ENTRIES = 4096;
const NAMES: ReadonlyMap<number, TagName> = new Map(
  Object.entries(TAGS).map(([name, tag]) => [tag, name as TagName]),
);

/** Reads the whole directory chain and no pixels: a few hundred bytes a page, whatever the file's size. */
export async function readTiffDirectories(path: string): Promise<TiffDirectories> {
  await using file = await open(path);
  const directories: TiffDirectory[] = [];
  const chain = walkTiff(file);
  for (let next = await chain.next(); ; next = await chain.next()) {
    if (next.done) return { directories, broken: next.value };
    directories.push(next.value);
  }
}

/** Goes through the directory chain one by one; returns why it ends before its end, or null. */
export async function* walkTiff(file: FileHandle): AsyncGenerator<TiffDirectory, string | null> {
  const reader = await tiffReader(file);
  if (!reader) return 'its header is cut short';
  const seen = new Set<number>();
  let at = reader.first;
  // A chain that comes back to an earlier directory has shown all of its pages.
  while (at !== 0 && !seen.has(at)) {
    const index = seen.size;
    seen.add(at);
    const directory = await reader.directory(at);
    if (!directory) return `its page ${index + 1} is not in the file`;
    yield { index, tags: directory.tags };
    at = directory.next;
  }
  return null;
}

async function tiffReader(file: FileHandle) {
  const { size } = await file.stat();
  const read = async (position: number, length: number) => {
    if (position + length > size) return null;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return bytesRead === length ? buffer : null;
  };
  const header = await read(0, 16);
  if (!header) return null;
  const little = header.toString('latin1', 0, 2) === 'II';
  const u16 = (b: Buffer, o: number) => (little ? b.readUInt16LE(o) : b.readUInt16BE(o));
  const u32 = (b: Buffer, o: number) => (little ? b.readUInt32LE(o) : b.readUInt32BE(o));
  const u64 = (b: Buffer, o: number) => Number(little ? b.readBigUInt64LE(o) : b.readBigUInt64BE(o));
  const big = u16(header, 2) === 43;
  const word = big ? 8 : 4;
  const offset = big ? u64 : u32;
  const [countSize, entrySize] = big ? [8, 20] : [2, 12];

  const value = (bytes: Buffer, type: number, o: number) => {
    if (type === 1) return bytes[o]!;
    if (type === 3 || type === 8) return u16(bytes, o);
    if (type === 5 || type === 10) return u32(bytes, o) / u32(bytes, o + 4);
    return type === 16 || type === 18 ? u64(bytes, o) : u32(bytes, o);
  };

  const values = async (body: Buffer, entry: number) => {
    const type = u16(body, entry + 2);
    const unit = SIZES[type];
    if (!unit) return null;
    const all = offset(body, entry + 4);
    const count = Math.min(all, MAX_VALUES);
    const inline = all * unit <= word;
    const from = entry + 4 + word;
    const bytes = inline ? body.subarray(from) : await read(offset(body, from), count * unit);
    return bytes ? Array.from({ length: count }, (_, i) => value(bytes, type, i * unit)) : null;
  };

  const directory = async (at: number) => {
    const head = await read(at, countSize);
    const count = head ? (big ? u64(head, 0) : u16(head, 0)) : 0;
    if (count === 0 || count > MAX_ENTRIES) return null;
    const body = await read(at + countSize, count * entrySize + word);
    if (!body) return null;
    const tags = new Map<TagName, readonly number[]>();
    for (let entry = 0; entry < count * entrySize; entry += entrySize) {
      const name = NAMES.get(u16(body, entry));
      const found = name && (await values(body, entry));
      if (found) tags.set(name, found);
    }
    return { tags, next: offset(body, count * entrySize) };
  };

  return { first: offset(header, big ? 8 : 4), directory };
}
