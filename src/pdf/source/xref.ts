import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { decodeStream } from './decode.ts';

/** Where an object of a delivered PDF lies. */
export type SourcePlace =
  | { readonly offset: number }
  | { readonly stream: number; readonly position: number };

export interface References {
  readonly places: ReadonlyMap<number, SourcePlace>;
  readonly trailer: PDFDict;
}

type Read = (from: number, to: number) => Buffer;
type Parse = (bytes: Buffer) => PDFObject;
interface Section {
  readonly entries: readonly (readonly [number, SourcePlace | null])[];
  readonly trailer: PDFDict;
}

const TAIL = 2048;
// A table is read in one go up to this size: 20 bytes an object, so a million and a half objects.
const MAX_TABLE = 32e6;
const MAX_SECTIONS = 4096;
const STREAM_HEADER = /^\s*\d+\s+\d+\s+obj\b/;

/** Follows the cross-reference tables and streams from the end of the file; the newest word on an object counts. */
export function readReferences(read: Read, size: number, parse: Parse): References | null {
  const tail = read(Math.max(0, size - TAIL), size).toString('latin1');
  const start = /startxref\s+(\d+)/.exec(tail.slice(tail.lastIndexOf('startxref')));
  if (!start) return null;
  const places = new Map<number, SourcePlace | null>();
  const seen = new Set<number>();
  const queue = [Number(start[1])];
  let newest: PDFDict | null = null;
  for (let offset = queue.shift(); offset !== undefined && seen.size < MAX_SECTIONS; offset = queue.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    const { entries, trailer } = readSection(read(offset, offset + MAX_TABLE), parse);
    for (const [number, place] of entries) if (!places.has(number)) places.set(number, place);
    newest ??= trailer;
    // A hybrid file hides newer objects from old readers in a stream beside its table.
    queue.unshift(...['XRefStm', 'Prev'].flatMap((key) => numberOf(trailer, key) ?? []));
  }
  const used = [...places].filter((entry): entry is [number, SourcePlace] => entry[1] !== null);
  return newest ? { places: new Map(used), trailer: newest } : null;
}

const numberOf = (dict: PDFDict, key: string): number | null => {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
};

function readSection(bytes: Buffer, parse: Parse): Section {
  const header = STREAM_HEADER.exec(bytes.subarray(0, 64).toString('latin1'));
  return header ? readStream(parse(bytes.subarray(header[0].length))) : readTable(bytes, parse);
}

function readTable(bytes: Buffer, parse: Parse): Section {
  const entries: [number, SourcePlace | null][] = [];
  const end = bytes.indexOf('trailer');
  const words = end < 0 ? [] : bytes.subarray(0, end).toString('latin1').trim().split(/\s+/);
  if (words[0] !== 'xref') throw new Error('no cross-reference table where one should be');
  for (let at = 1; at + 1 < words.length; ) {
    const [first, count] = [Number(words[at]), Number(words[at + 1])];
    at += 2;
    for (let i = 0; i < count && at + 2 < words.length; i++, at += 3) {
      entries.push([first + i, words[at + 2] === 'n' ? { offset: Number(words[at]) } : null]);
    }
  }
  const trailer = parse(bytes.subarray(end + 'trailer'.length));
  if (!(trailer instanceof PDFDict)) throw new Error('no trailer');
  return { entries, trailer };
}

function readStream(stream: PDFObject): Section {
  if (!(stream instanceof PDFRawStream)) throw new Error('no cross-reference stream where one should be');
  const { dict } = stream;
  const numbers = (key: string) => {
    const array = dict.get(PDFName.of(key));
    if (!(array instanceof PDFArray)) return null;
    return array.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0));
  };
  const [kind = 0, second = 0, third = 0] = numbers('W') ?? [];
  const data = decodeStream(stream);
  const entries: [number, SourcePlace | null][] = [];
  let at = 0;
  const next = (width: number) => {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  const ranges = numbers('Index') ?? [0, numberOf(dict, 'Size') ?? 0];
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    for (let i = 0; i < ranges[range + 1]! && at < data.length; i++) {
      const type = kind === 0 ? 1 : next(kind);
      const [a, b] = [next(second), next(third)];
      const place = type === 1 ? { offset: a } : type === 2 ? { stream: a, position: b } : null;
      entries.push([ranges[range]! + i, place]);
    }
  }
  return { entries, trailer: dict };
}
