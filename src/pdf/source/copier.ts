import { PDFArray, PDFDict, PDFName, PDFNull, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import type { PdfWriter } from '../write/file.ts';
import type { PdfSource } from './source.ts';

/** Takes objects over from one PDF into the one being written; what several pages share is taken once. */
export interface Copier {
  /** The same object for the new file; what it refers to is written by `finish`. */
  translate(object: PDFObject): PDFObject;
  /** Writes everything translated so far refers to, one object at a time. Throws when something of it cannot be read. */
  finish(): Promise<void>;
}

// What acts, what names places in the old file, and what tells of it: none of it shows on paper.
const LEFT_BEHIND = new Set(
  [
    'AA',
    'AF',
    'EF',
    'JS',
    'Metadata',
    'OPI',
    'Parent',
    'PieceInfo',
    'Ref',
    'StructParent',
    'StructParents',
  ].map((key) => PDFName.of(key)),
);

/** Starts copying from `source`; use one copier for all pages of a file. */
export function copier(source: PdfSource, pdf: PdfWriter): Copier {
  const known = new Map<PDFRef, PDFRef>();
  const waiting: [PDFRef, PDFRef][] = [];

  const translate = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return translateRef(object);
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(pdf.context);
      for (const each of object.asArray()) array.push(translate(each));
      return array;
    }
    if (object instanceof PDFRawStream) return PDFRawStream.of(translateDict(object.dict), object.contents);
    return object instanceof PDFDict ? translateDict(object) : object;
  };
  const translateRef = (ref: PDFRef) => {
    const own = known.get(ref) ?? pdf.reserve();
    if (!known.has(ref)) waiting.push([ref, own]);
    known.set(ref, own);
    return own;
  };
  const translateDict = (dict: PDFDict) => {
    const copy = PDFDict.withContext(pdf.context);
    for (const [key, value] of dict.entries()) if (!LEFT_BEHIND.has(key)) copy.set(key, translate(value));
    return copy;
  };

  return {
    translate,
    async finish() {
      let failure: unknown = null;
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [ref, own] = next;
        let object: PDFObject = PDFNull;
        try {
          object = translate(source.resolve(ref));
        } catch (error) {
          failure = error;
        }
        await pdf.add(object, own);
      }
      if (failure) throw failure;
    },
  };
}
