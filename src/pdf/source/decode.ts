import { constants, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRawStream,
} from 'pdf-lib';

// Page descriptions and object streams, not pixels: a larger one is a bomb.
const MAX_DECODED = 256e6;
const FLATE = new Set(['/FlateDecode', '/Fl']);

/** Decodes a stream of page description or objects; throws where a filter is not for those. */
export function decodeStream(stream: PDFRawStream): Uint8Array {
  const [filter, ...others] = list(stream.dict.get(PDFName.of('Filter')));
  if (!filter) return stream.contents;
  if (others.length > 0 || !FLATE.has(String(filter))) return decodePDFRawStream(stream).decode();
  const inflated = inflateSync(stream.contents, {
    maxOutputLength: MAX_DECODED,
    // What is there of a stream that was cut short.
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const [parameters] = list(stream.dict.get(PDFName.of('DecodeParms')));
  return parameters instanceof PDFDict ? unpredict(inflated, parameters) : inflated;
}

function list(object: PDFObject | undefined): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  return object ? [object] : [];
}

const PNG = 10;

// Objects are packed with PNG's row filters only (PDF 32000-1, 7.4.4.4).
function unpredict(bytes: Buffer, parameters: PDFDict): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = parameters.get(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : otherwise;
  };
  if (number('Predictor', 1) < PNG) return bytes;
  const width = number('Columns', 1);
  const rows = Math.ceil(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)]!;
    for (let x = 0; x < width; x++) {
      const at = row * width + x;
      const left = x > 0 ? out[at - 1]! : 0;
      const up = row > 0 ? out[at - width]! : 0;
      const corner = x > 0 && row > 0 ? out[at - width - 1]! : 0;
      out[at] = (bytes[row * (width + 1) + 1 + x] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
