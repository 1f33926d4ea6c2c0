import type { Pdfium } from './pdfium.ts';

/** What an image's dictionary says that PDFium's functions do not tell. */
export interface ImageDictionary {
  /** Paint where its bits say, not a picture. */
  readonly stencil: boolean;
  /** Parts of it are see-through. */
  readonly masked: boolean;
  /** Its samples mean something else than usual (inverted, stretched). */
  readonly recoded: boolean;
}

// Image dictionaries are a few hundred bytes.
const LOOK_BACK = 4096;
const PROBE = 64;

/**
 * Finds the dictionary by where PDFium read a stream of just these bytes: it stands right before them in the file,
 * never in a compressed object. Null when it is not found (an encrypted file): then nothing may be assumed.
 */
export function imageDictionary({ calls }: Pdfium, stream: Uint8Array): ImageDictionary | null {
  const end = Math.max(0, stream.length - PROBE);
  for (const at of calls.readsOf(stream.length)) {
    if (!calls.peek(at, PROBE).equals(stream.subarray(0, PROBE))) continue;
    if (!calls.peek(at + end, stream.length - end).equals(stream.subarray(end))) continue;
    const from = Math.max(0, at - LOOK_BACK);
    const before = calls.peek(from, at - from).toString('latin1');
    const dictionary = before.slice(before.lastIndexOf(' obj') + 4);
    if (before.lastIndexOf(' obj') >= 0 && /\/Width\b/.test(dictionary)) return parse(dictionary);
  }
  return null;
}

function parse(dictionary: string): ImageDictionary {
  const decode = /\/Decode(?![A-Za-z])\s*(\[[^\]]*\])?/.exec(dictionary);
  const usual = !decode || /^\[\s*(0(\.0*)?\s+1(\.0*)?\s*)+\]$/.test(decode[1] ?? '');
  return {
    stencil: /\/ImageMask\s+true\b/.test(dictionary),
    masked: /\/(SMask|Mask)\b/.test(dictionary) || /\/SMaskInData\s+[12]/.test(dictionary),
    recoded: !usual,
  };
}
