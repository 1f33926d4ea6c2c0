import {
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { endOfNest } from './operators.ts';

const LENGTH = PDFName.of('Length');
const DICTIONARY = /^[\0\s]*<</;
const STREAM = /^\s*stream(?: ?\r\n|\r|\n|)/;
const END_OF_STREAM = /^\s*endstream/;
// What is looked at for a mark and the white space around it.
const KEYWORD = 32;

/**
 * Parses the object that `bytes` begin with. pdf-lib does that but for streams, whose length it takes only where it is written
 * out: here it may be an object elsewhere in the file, which `lengthOf` finds.
 */
export function parseObject(
  bytes: Buffer,
  context: PDFContext,
  lengthOf: (ref: PDFRef) => PDFObject,
): PDFObject {
  const start = DICTIONARY.exec(bytes.toString('latin1', 0, KEYWORD))?.[0].length;
  const end = start === undefined ? bytes.length : endOfNest(bytes, start - 2);
  const object = PDFObjectParser.forBytes(bytes.subarray(0, end), context).parseObject();
  const keyword = object instanceof PDFDict && STREAM.exec(bytes.toString('latin1', end, end + KEYWORD));
  if (!keyword) return object;
  const from = end + keyword[0].length;
  const stated = object.get(LENGTH);
  const length = stated instanceof PDFRef ? lengthOf(stated) : stated;
  const contents = bytes.subarray(from, endOfStream(bytes, from, length));
  object.set(LENGTH, PDFNumber.of(contents.length));
  return PDFRawStream.of(object, contents);
}

// Where the length is wrong, the word that ends a stream tells.
function endOfStream(bytes: Buffer, from: number, length: PDFObject | undefined): number {
  const end = from + (length instanceof PDFNumber ? length.asNumber() : Number.POSITIVE_INFINITY);
  if (END_OF_STREAM.test(bytes.toString('latin1', end, end + KEYWORD))) return end;
  const found = bytes.indexOf('endstream', from);
  if (found < 0) throw new Error('a stream without an end');
  const line = /(?:\r\n|\r|\n|)$/.exec(bytes.toString('latin1', Math.max(from, found - 2), found))!;
  return found - line[0].length;
}
