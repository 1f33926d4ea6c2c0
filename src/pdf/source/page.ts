import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { intersect, type Rect, rectArea } from '../read/matrix.ts';
import { decodeStream } from './decode.ts';
import type { PdfSource } from './source.ts';

/** A page of a delivered PDF, with what it inherits. */
export interface SourcePage {
  readonly resources: PDFDict | null;
  readonly mediaBox: Rect;
  /** What is shown of it. */
  readonly box: Rect;
  /** /Rotate, in clockwise quarters. */
  readonly turns: number;
  readonly userUnit: number;
  readonly group: PDFObject | undefined;
  readonly annotations: readonly PDFDict[];
  /** The page description, decoded. */
  content(): Buffer;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
const LETTER: Rect = [0, 0, 612, 792];
const MAX_DEPTH = 64;

/** Lists the pages of a PDF in order, each to be looked at when asked for. */
export function sourcePages(source: PdfSource): (() => SourcePage)[] {
  const pages: (() => SourcePage)[] = [];
  const visit = (node: PDFObject | undefined, inherited: ReadonlyMap<string, PDFObject>, depth: number) => {
    const dict = source.resolve(node);
    if (!(dict instanceof PDFDict) || depth > MAX_DEPTH) return;
    const own = new Map(inherited);
    for (const key of INHERITED) {
      const value = dict.get(PDFName.of(key));
      if (value) own.set(key, value);
    }
    const kids = source.resolve(dict.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) visit(kid, own, depth + 1);
    else pages.push(() => readPage(source, dict, own));
  };
  visit(source.root.get(PDFName.of('Pages')), new Map(), 0);
  return pages;
}

function readPage(source: PdfSource, dict: PDFDict, inherited: ReadonlyMap<string, PDFObject>): SourcePage {
  const resources = source.resolve(inherited.get('Resources'));
  const mediaBox = rectOf(source, inherited.get('MediaBox')) ?? LETTER;
  const cropped = intersect(mediaBox, rectOf(source, inherited.get('CropBox')) ?? mediaBox);
  const rotate = numberOf(source, inherited.get('Rotate')) ?? 0;
  const annotations = source.resolve(dict.get(PDFName.of('Annots')));
  return {
    resources: resources instanceof PDFDict ? resources : null,
    mediaBox,
    box: rectArea(cropped) > 0 ? cropped : mediaBox,
    turns: ((Math.round(rotate / 90) % 4) + 4) % 4,
    userUnit: numberOf(source, dict.get(PDFName.of('UserUnit'))) ?? 1,
    group: dict.get(PDFName.of('Group')),
    annotations: annotations instanceof PDFArray ? dictsOf(source, annotations) : [],
    content: () => contentOf(source, dict.get(PDFName.of('Contents'))),
  };
}

// The parts of a description are read as if a blank stood between them.
function contentOf(source: PdfSource, contents: PDFObject | undefined): Buffer {
  const value = source.resolve(contents);
  const parts = value instanceof PDFArray ? value.asArray().map((part) => source.resolve(part)) : [value];
  const streams = parts.filter((part) => part instanceof PDFRawStream);
  return Buffer.concat(streams.flatMap((stream) => [decodeStream(stream), Buffer.from('\n')]));
}

const dictsOf = (source: PdfSource, array: PDFArray): PDFDict[] =>
  array
    .asArray()
    .map((each) => source.resolve(each))
    .filter((each) => each instanceof PDFDict);

/** A number, however it is referred to; null when it is none. */
export function numberOf(source: PdfSource, object: PDFObject | undefined): number | null {
  const value = source.resolve(object);
  return value instanceof PDFNumber ? value.asNumber() : null;
}

/** An array of numbers; null when it is none. */
export function numbersOf(source: PdfSource, object: PDFObject | undefined): number[] | null {
  const value = source.resolve(object);
  if (!(value instanceof PDFArray)) return null;
  return value.asArray().map((each) => numberOf(source, each) ?? 0);
}

function rectOf(source: PdfSource, object: PDFObject | undefined): Rect | null {
  const [a, b, c, d] = numbersOf(source, object) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const rect: Rect = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return rectArea(rect) > 0 ? rect : null;
}
