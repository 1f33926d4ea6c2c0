import { PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { compose, IDENTITY } from '../../imaging/draw/geometry.ts';
import type { Affine } from '../../model/document.ts';
import { decodeStream } from '../source/decode.ts';
import { operations } from '../source/operators.ts';
import { numbersOf } from '../source/page.ts';
import type { PdfSource } from '../source/source.ts';

/** What a page description leaves on paper. */
export interface Painted {
  readonly images: readonly {
    readonly ref: PDFObject;
    readonly stream: PDFRawStream;
    readonly matrix: Affine;
  }[];
  /** Lines, areas, shadings and inline images. */
  readonly marks: number;
  readonly visibleText: boolean;
  /** Invisible text that stands inside a form together with something visible. */
  readonly buriedText: boolean;
  /** Stretches of the description that hold invisible text and nothing else. */
  readonly invisible: readonly Stretch[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The form whose painting it is. */
  readonly form?: string;
}

interface State {
  readonly matrix: Affine;
  readonly textMode: number;
  readonly white: boolean;
}

const MAX_DEPTH = 8;
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);
const FILLS = new Set(['f', 'F', 'f*']);
const MARKS = new Set(['B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'BI']);
const FILL_COLOURS = new Set(['g', 'rg', 'k', 'sc', 'scn', 'cs']);
// Invisible, and clipping only (PDF 32000-1, table 106).
const UNSEEN_MODES = new Set([3, 7]);
const START: State = { matrix: IDENTITY, textMode: 0, white: false };

/** Goes through a page description and the forms in it, painting nothing. */
export function paintedBy(
  source: PdfSource,
  content: Buffer,
  resources: PDFDict | null,
  from: State = START,
  depth = 0,
): Painted {
  const images: Painted['images'][number][] = [];
  const invisible: Stretch[] = [];
  let marks = 0;
  let visibleText = false;
  let buriedText = false;
  let block: { start: number; unseen: boolean } | null = null;
  let state = from;
  const saved: State[] = [];

  const paintObject = (name: string, start: number, end: number) => {
    const ref = xObject(source, resources, name);
    const stream = source.resolve(ref);
    if (!ref || !(stream instanceof PDFRawStream)) return;
    if (stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) {
      images.push({ ref, stream, matrix: state.matrix });
      return;
    }
    if (depth >= MAX_DEPTH) throw new Error('forms within forms without end');
    const own = (numbersOf(source, stream.dict.get(PDFName.of('Matrix'))) ?? IDENTITY) as unknown as Affine;
    const within = source.resolve(stream.dict.get(PDFName.of('Resources')));
    const inner = paintedBy(
      source,
      Buffer.from(decodeStream(stream)),
      within instanceof PDFDict ? within : resources,
      { ...state, matrix: compose(own, state.matrix) },
      depth + 1,
    );
    const seen = inner.images.length > 0 || inner.marks > 0 || inner.visibleText;
    const unseen = inner.invisible.length > 0 || inner.buriedText;
    if (unseen && !seen) invisible.push({ start, end, form: name });
    buriedText ||= unseen && seen;
    images.push(...inner.images);
    marks += inner.marks;
    visibleText ||= inner.visibleText;
  };

  for (const { name, operands, start, end } of operations(content)) {
    if (name === 'q') saved.push(state);
    else if (name === 'Q') state = saved.pop() ?? state;
    else if (name === 'cm') state = { ...state, matrix: compose(affineOf(operands), state.matrix) };
    else if (name === 'Tr') state = { ...state, textMode: Number(operands.at(-1)) };
    else if (FILL_COLOURS.has(name)) state = { ...state, white: isWhite(name, operands) };
    else if (name === 'Do') paintObject(operands.at(-1)?.slice(1) ?? '', start, end);
    else if (name === 'BT') block = { start, unseen: false };
    else if (name === 'ET') {
      if (block?.unseen) invisible.push({ start: block.start, end });
      block = null;
    } else if (SHOWS.has(name)) {
      if (!UNSEEN_MODES.has(state.textMode)) visibleText = true;
      else if (block) block.unseen = true;
    } else if (MARKS.has(name) || (FILLS.has(name) && !(state.white && images.length === 0))) marks++;
  }
  return { images, marks, visibleText, buriedText, invisible };
}

function affineOf(operands: readonly string[]): Affine {
  const values = operands.slice(-6).map(Number);
  if (values.length !== 6 || values.some((value) => !Number.isFinite(value)))
    throw new Error('a matrix of no numbers');
  return values as unknown as Affine;
}

// Paper that a scanning program paints under its image.
function isWhite(name: string, operands: readonly string[]): boolean {
  if (name === 'g' || name === 'rg') return operands.every((value) => Number(value) === 1);
  return name === 'k' && operands.every((value) => Number(value) === 0);
}

function xObject(source: PdfSource, resources: PDFDict | null, name: string): PDFObject | undefined {
  const objects = source.resolve(resources?.get(PDFName.of('XObject')));
  return objects instanceof PDFDict ? objects.get(PDFName.of(name)) : undefined;
}
