import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { decodeStream } from './decode.ts';
import { parseObject } from './parse.ts';
import { readReferences, type SourcePlace } from './xref.ts';

/** The objects of a delivered PDF, read from the file one at a time: memory is bounded by the largest object. */
export interface PdfSource extends Disposable {
  readonly root: PDFDict;
  /** The object behind a reference, however many references deep; `PDFNull` where there is none. */
  resolve(object: PDFObject | undefined): PDFObject;
}

// A file whose table of objects is broken, or that is encrypted, is parsed by pdf-lib in memory, which takes about three
// times its size; beyond this its pages are carried as rendered images.
const MAX_WHOLE = 128e6;
const MAX_REFERENCES = 32;
const HEADER = /^\s*(\d+)\s+(\d+)\s+obj\b/;

/** Opens a PDF for copying parts of it; null when it cannot be understood. */
export async function openSource(path: string): Promise<PdfSource | null> {
  const fd = openSync(path, 'r');
  const lazy = attempt(() => lazySource(fd));
  if (lazy) return lazy;
  const { size } = fstatSync(fd);
  closeSync(fd);
  return size > MAX_WHOLE ? null : wholeSource(path);
}

async function wholeSource(path: string): Promise<PdfSource | null> {
  const options = { updateMetadata: false, warnOnInvalidObjects: false, password: '' };
  const document = await PDFDocument.load(readFileSync(path), options).catch(() => null);
  if (!(document?.catalog instanceof PDFDict)) return null;
  return {
    root: document.catalog,
    resolve: (object) => document.context.lookup(object) ?? PDFNull,
    [Symbol.dispose]: () => {},
  };
}

function lazySource(fd: number): PdfSource | null {
  const context = PDFContext.create();
  const { size } = fstatSync(fd);
  const read = (from: number, to: number) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(to, size) - from));
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from));
  };
  const parse = (bytes: Buffer) => parseObject(bytes, context, (ref) => resolve(ref));
  const found = readReferences(read, size, parse);
  if (!found) return null;
  const { places, trailer } = found;
  const starts = [...places.values()]
    .flatMap((place) => ('offset' in place ? [place.offset] : []))
    .sort((a, b) => a - b);
  const opened = new Map<number, (position: number) => PDFObject>();

  const load = (ref: PDFRef): PDFObject => {
    const place: SourcePlace | undefined = places.get(ref.objectNumber);
    if (!place) return PDFNull;
    if ('stream' in place) return openStream(place.stream)(place.position);
    const bytes = read(place.offset, starts[upper(starts, place.offset)] ?? size);
    const header = HEADER.exec(bytes.subarray(0, 64).toString('latin1'));
    if (Number(header?.[1]) !== ref.objectNumber)
      throw new Error(`object ${ref.objectNumber} is not where it should be`);
    return parse(bytes.subarray(header![0].length));
  };
  // The objects of one stream are used together: the last one opened is kept.
  const openStream = (number: number) => {
    const known = opened.get(number);
    if (known) return known;
    const stream = load(PDFRef.of(number));
    if (!(stream instanceof PDFRawStream)) throw new Error(`object stream ${number} is none`);
    const bytes = Buffer.from(decodeStream(stream));
    const [first, count] = [stream.dict.get(PDFName.of('First')), stream.dict.get(PDFName.of('N'))].map(
      (it) => (it instanceof PDFNumber ? it.asNumber() : 0),
    );
    const index = bytes
      .subarray(0, first)
      .toString('latin1')
      .trim()
      .split(/\s+/)
      .map(Number)
      .slice(0, 2 * count!);
    const objectAt = (position: number) => {
      const offset = index[2 * position + 1];
      return offset === undefined ? PDFNull : parse(bytes.subarray(first! + offset));
    };
    opened.clear();
    opened.set(number, objectAt);
    return objectAt;
  };
  const resolve = (object: PDFObject | undefined): PDFObject => {
    let value = object;
    for (let depth = 0; value instanceof PDFRef; depth++) {
      if (depth > MAX_REFERENCES) throw new Error('references go round in circles');
      value = load(value);
    }
    return value ?? PDFNull;
  };

  const root = resolve(trailer.get(PDFName.of('Root')));
  if (trailer.has(PDFName.of('Encrypt')) || !(root instanceof PDFDict)) return null;
  return { root, resolve, [Symbol.dispose]: () => closeSync(fd) };
}

/** The first index whose value is greater. */
function upper(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
