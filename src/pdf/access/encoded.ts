import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AccessQuality, encodeForAccess } from '../../imaging/draw/access-image.ts';
import type { PixelSource } from '../../model/pixels.ts';
import { encodeJbig2 } from './jbig2.ts';

/** An image encoded for access, in the form that a PDF carries. */
export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly kind: 'tone' | 'bilevel';
  readonly gray: boolean;
}

/** Encodes pixels: black and white as lossless JBIG2, the rest as JPEG. InputError when they cannot be decoded. */
export async function encodeImage(pixels: PixelSource, quality: AccessQuality): Promise<EncodedImage> {
  const image = await encodeForAccess(pixels, quality);
  const { width, height } = image;
  if (image.kind === 'jpeg') return { bytes: image.bytes, width, height, kind: 'tone', gray: image.gray };
  return { bytes: encodeJbig2(image.dots, width, height), width, height, kind: 'bilevel', gray: true };
}

/** Keeps encoded images on disk between the tries at one copy: rendering and encoding cost a second a page, reading none. */
export interface EncodedImages {
  get(page: number, step: number): Promise<EncodedImage | null>;
  put(page: number, step: number, image: EncodedImage): Promise<void>;
}

/** Starts with nothing kept; whoever gives the folder removes it. */
export function encodedImages(folder: string): EncodedImages {
  const known = new Map<string, Omit<EncodedImage, 'bytes'>>();
  return {
    async get(page, step) {
      const name = `${page}-${step}`;
      const image = known.get(name);
      return image ? { ...image, bytes: await readFile(path.join(folder, name)) } : null;
    },
    async put(page, step, { bytes, ...image }) {
      const name = `${page}-${step}`;
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, name), bytes);
      known.set(name, image);
    },
  };
}
