import { open } from 'node:fs/promises';
import { InputError } from '../../model/errors.ts';
import { readJpegFrame } from './jpeg.ts';
import { checkSize, MAX_PIXELS } from './limits.ts';
import type { ImagePage, OpenImage } from './opened.ts';
import { readTiffDirectories, type TiffDirectory } from './tiff-directories.ts';
import { tiffRefusal } from './tiff-rules.ts';

const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  strips: 273,
  orientation: 274,
  samples: 277,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
  tiles: 324,
  sampleFormat: 339,
  jpegOffset: 513,
  jpegBytes: 514,
} as const;

const OLD_JPEG = 6;
// NewSubfileType: bit 0 is a reduced copy (thumbnail), bit 2 a transparency mask.
const NOT_A_PAGE = 0b101;
const PER_INCH: Readonly<Record<number, number>> = { 2: 1, 3: 2.54 };

/**
 * Opens a TIFF by its directories alone: sizes, resolutions and what can be read are known for every page, and
 * no pixel has been touched. Where the chain of pages breaks off, one last page says so when asked for.
 */
export async function openTiff(path: string): Promise<OpenImage> {
  const { directories, broken } = await readTiffDirectories(path, new Set(Object.values(TAG)));
  const faces = directories.filter((directory) => (one(directory, TAG.subfile, 0) & NOT_A_PAGE) === 0);
  const pages = faces.length > 0 ? faces : directories;
  if (pages.length === 0) {
    throw new InputError('damaged', `${path} holds no page: ${broken ?? 'it is empty'}. Scan it again.`);
  }
  return {
    pageCount: pages.length + (broken ? 1 : 0),
    async page(index) {
      const directory = pages[index];
      if (directory) return readPage(path, directory);
      throw new InputError(
        'damaged',
        `${path} breaks off: ${broken ?? 'no such page'}. Deliver a whole copy, or scan the missing pages again.`,
      );
    },
  };
}

const one = (directory: TiffDirectory, tag: number, otherwise: number) =>
  directory.tags.get(tag)?.[0] ?? otherwise;

async function readPage(path: string, directory: TiffDirectory): Promise<ImagePage> {
  const what = `Page ${directory.index + 1} of ${path}`;
  const [width, height] = [one(directory, TAG.width, 0), one(directory, TAG.height, 0)];
  checkSize(width, height, what);
  if (!directory.tags.has(TAG.strips) && !directory.tags.has(TAG.tiles)) {
    throw new InputError('damaged', `${what} has a header and no pixels. Scan it again.`);
  }
  const unit = PER_INCH[one(directory, TAG.resolutionUnit, 2)] ?? 0;
  const orientation = one(directory, TAG.orientation, 1);
  const page = {
    width,
    height,
    dpiX: one(directory, TAG.xResolution, 0) * unit || null,
    dpiY: one(directory, TAG.yResolution, 0) * unit || null,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
  };
  if (one(directory, TAG.compression, 1) === OLD_JPEG) {
    return {
      ...page,
      pixels: { kind: 'encoded', bytes: await oldJpeg(path, directory, width, height, what) },
    };
  }
  const refusal = tiffRefusal({
    compression: one(directory, TAG.compression, 1),
    photometric: directory.tags.get(TAG.photometric)?.[0] ?? null,
    bits: directory.tags.get(TAG.bits) ?? [1],
    samples: one(directory, TAG.samples, 1),
    format: directory.tags.get(TAG.sampleFormat) ?? [1],
  });
  if (refusal) throw unsupported(what, refusal);
  return { ...page, pixels: { kind: 'file', path, page: directory.index } };
}

const unsupported = (what: string, reason: string) =>
  new InputError(
    'unsupported',
    `${what} ${reason}. Save it again as an ordinary TIFF (CCITT G4, LZW or Deflate; 1, 8 or 16 bits) or PNG.`,
  );

/**
 * libvips is built without old-style JPEG, which Windows imaging programs of the 1990s wrote; where the page is one
 * complete JPEG stream, that stream is the page.
 */
async function oldJpeg(path: string, directory: TiffDirectory, width: number, height: number, what: string) {
  const [offset, length] = [one(directory, TAG.jpegOffset, 0), one(directory, TAG.jpegBytes, 0)];
  const strips = directory.tags.get(TAG.strips) ?? [];
  const strip = strips[0] ?? 0;
  // A compressed page larger than the decoded limit is a wrong length, not a page.
  if (
    strips.length === 1 &&
    length > 0 &&
    length <= MAX_PIXELS &&
    strip >= offset &&
    strip < offset + length
  ) {
    await using file = await open(path);
    if (offset + length <= (await file.stat()).size) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      const frame = readJpegFrame(buffer);
      if (frame?.width === width && frame.height === height) return buffer;
    }
  }
  throw unsupported(what, 'is compressed with old-style JPEG in a form that cannot be read');
}
