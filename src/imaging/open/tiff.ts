import { open } from 'node:fs/promises';
import { InputError } from '../../model/errors.ts';
import { readJpegFrame } from './jpeg.ts';
import { checkSize, MAX_PIXELS } from './limits.ts';
import type { ImagePage, OpenImage } from './opened.ts';
import { firstOf, isPage, readTiffDirectories, type TiffDirectory } from './tiff-directories.ts';
import { tiffRefusal } from './tiff-rules.ts';

const OLD_JPEG = 6;
const PER_INCH: Readonly<Record<number, number>> = { 2: 1, 3: 2.54 };

/**
 * Opens a TIFF by its directories alone: sizes, resolutions and what can be read are known for every page, and
 * no pixel has been touched. Where the chain of pages breaks off, one last page says so when asked for.
 */
export async function openTiff(path: string): Promise<OpenImage> {
  const { directories, broken } = await readTiffDirectories(path);
  const faces = directories.filter(isPage);
  const pages = faces.length > 0 ? faces : directories;
  if (pages.length === 0) {
    throw new InputError('damaged', `${path} holds no page: ${broken ?? 'it is empty'}. Scan it again.`, {
      about: path,
    });
  }
  return {
    pageCount: pages.length + (broken ? 1 : 0),
    async page(index) {
      const directory = pages[index];
      if (directory) return readPage(path, directory);
      throw new InputError(
        'damaged',
        `${path} breaks off: ${broken ?? 'no such page'}. Deliver a whole copy, or scan the missing pages again.`,
        { about: path },
      );
    },
  };
}

async function readPage(path: string, directory: TiffDirectory): Promise<ImagePage> {
  const what = `${path}, p. ${directory.index + 1}`;
  const [width, height] = [firstOf(directory, 'width', 0), firstOf(directory, 'height', 0)];
  checkSize(width, height, what);
  if (!directory.tags.has('strips') && !directory.tags.has('tiles')) {
    throw new InputError('damaged', `${what} has a header and no pixels. Scan it again.`, { about: what });
  }
  const unit = PER_INCH[firstOf(directory, 'resolutionUnit', 2)] ?? 0;
  const orientation = firstOf(directory, 'orientation', 1);
  const page = {
    width,
    height,
    dpiX: firstOf(directory, 'xResolution', 0) * unit || null,
    dpiY: firstOf(directory, 'yResolution', 0) * unit || null,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
  };
  if (firstOf(directory, 'compression', 1) === OLD_JPEG) {
    return {
      ...page,
      pixels: { kind: 'encoded', bytes: await oldJpeg(path, directory, width, height, what) },
    };
  }
  const refusal = tiffRefusal({
    compression: firstOf(directory, 'compression', 1),
    photometric: directory.tags.get('photometric')?.[0] ?? null,
    bits: directory.tags.get('bits') ?? [1],
    samples: firstOf(directory, 'samples', 1),
    format: directory.tags.get('sampleFormat') ?? [1],
  });
  if (refusal) throw unsupported(what, refusal);
  return { ...page, pixels: { kind: 'file', path, page: directory.index } };
}

const unsupported = (what: string, reason: string) =>
  new InputError(
    'unsupported',
    `${what} ${reason}. Save it again as an ordinary TIFF (CCITT G4, LZW or Deflate; 1, 8 or 16 bits) or PNG.`,
    { about: what },
  );

/**
 * libvips is built without old-style JPEG, which Windows imaging programs of the 1990s wrote; where the page is one
 * complete JPEG stream, that stream is the page.
 */
async function oldJpeg(path: string, directory: TiffDirectory, width: number, height: number, what: string) {
  const [offset, length] = [firstOf(directory, 'jpegOffset', 0), firstOf(directory, 'jpegBytes', 0)];
  const strips = directory.tags.get('strips') ?? [];
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
