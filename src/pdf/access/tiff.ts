import { open } from 'node:fs/promises';
import { firstOf, readTiffDirectories, type TiffDirectory } from '../../imaging/open/tiff-directories.ts';

/** A page of fax data as a PDF may carry it: CCITT Group 4, one strip, most significant bit first. */
export interface FaxImage {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly blackIsOne: boolean;
}

const GROUP_4 = 4;
const WHITE_IS_ZERO = 0;
const LEAST_BIT_FIRST = 2;
// Beyond any page that a scanner codes in Group 4: a wrong length.
const MAX_BYTES = 256e6;

/** Lifts page `index` of a TIFF; null where it is not one strip of Group 4. */
export type FaxReader = (path: string, index: number) => Promise<FaxImage | null>;

/** Starts a reader that goes through the directories of a file once, however many of its pages are asked for in a row. */
export function faxReader(): FaxReader {
  let current: { path: string; directories: readonly TiffDirectory[] } | null = null;
  return async (path, index) => {
    if (current?.path !== path)
      current = { path, directories: (await readTiffDirectories(path)).directories };
    const directory = current.directories[index];
    return directory ? liftFax(path, directory) : null;
  };
}

async function liftFax(path: string, directory: TiffDirectory): Promise<FaxImage | null> {
  const strips = directory.tags.get('strips') ?? [];
  const length = firstOf(directory, 'stripBytes', 0);
  const lifted =
    strips.length === 1 &&
    firstOf(directory, 'compression', 1) === GROUP_4 &&
    firstOf(directory, 'samples', 1) === 1;
  if (!lifted || length === 0 || length > MAX_BYTES) return null;
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, strips[0]!);
  if (bytesRead < length) return null;
  if (firstOf(directory, 'fillOrder', 1) === LEAST_BIT_FIRST)
    for (const [i, byte] of buffer.entries()) buffer[i] = REVERSED[byte]!;
  return {
    bytes: buffer,
    width: firstOf(directory, 'width', 0),
    height: firstOf(directory, 'height', 0),
    blackIsOne: firstOf(directory, 'photometric', WHITE_IS_ZERO) !== WHITE_IS_ZERO,
  };
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, bit) => sum | (((byte >> bit) & 1) << (7 - bit)), 0),
);
