import { open } from 'node:fs/promises';
import { SNIFF_BYTES, sniff } from '../src/intake/sniff.ts';
import type { Rotation } from '../src/model/document.ts';

/** A page, or a short document, with its truth. */
export interface Specimen {
  /** What it is reported under: a kind of damage or a set of the corpus. Sets are never pooled. */
  readonly set: string;
  readonly id: string;
  readonly path: string;
  /** MIME type by content. */
  readonly type: string | null;
  readonly languages: readonly string[];
  readonly truth: string;
  /** Clockwise quarter turns that bring it upright. */
  readonly rotation: Rotation;
  /** Degrees, clockwise positive; null where nobody knows or where lines are bent. */
  readonly skew: number | null;
  /** Where the file itself may not say it. */
  readonly dpi: { readonly x: number; readonly y: number } | null;
}

/** MIME type of a file by its first bytes. */
export async function typeOf(path: string): Promise<string | null> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return sniff(buffer.subarray(0, bytesRead));
}
