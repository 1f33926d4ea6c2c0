import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib';
import { compose, scaling } from '../../imaging/draw/geometry.ts';
import type { Affine } from '../../model/document.ts';
import { type Frame, imageMatrix } from '../access/frame.ts';
import { addSourceImage, type ImageObject } from '../access/image-object.ts';
import { type Painted, paintedBy } from '../access/painted.ts';
import { displayMatrix } from '../read/matrix.ts';
import type { PdfWriter } from '../write/file.ts';
import { type Copier, copier } from './copier.ts';
import { numberOf, type SourcePage, sourcePages } from './page.ts';
import { openSource, type PdfSource } from './source.ts';

/** A delivered PDF whose pages and images can be taken over. */
export interface OpenSourcePdf extends Disposable {
  readonly source: PdfSource;
  readonly copier: Copier;
  /** Images taken over already: some scanning programs store a repeated page once. */
  readonly images: Map<PDFObject, ImageObject>;
  page(index: number): SourcePage | null;
}

/** Opens a PDF to copy from; null when it cannot be parsed, or hides layers that a copy would show. */
export async function openForCopying(path: string, pdf: PdfWriter): Promise<OpenSourcePdf | null> {
  const source = await openSource(path).catch(() => null);
  if (!source) return null;
  try {
    if (hidesLayers(source)) throw new Error('hidden layers');
    const pages = sourcePages(source);
    return {
      source,
      copier: copier(source, pdf),
      images: new Map(),
      page: (index) => pages[index]?.() ?? null,
      [Symbol.dispose]: () => source[Symbol.dispose](),
    };
  } catch {
    source[Symbol.dispose]();
    return null;
  }
}

function hidesLayers(source: PdfSource): boolean {
  const layers = source.resolve(source.root.get(PDFName.of('OCProperties')));
  const shown = layers instanceof PDFDict ? source.resolve(layers.get(PDFName.of('D'))) : null;
  if (!(shown instanceof PDFDict)) return false;
  const off = source.resolve(shown.get(PDFName.of('OFF')));
  return (
    (off instanceof PDFArray && off.size() > 0) || shown.get(PDFName.of('BaseState')) === PDFName.of('OFF')
  );
}

/** What is taken over of a page, and the matrix that paints it. */
export type TakenOver = { readonly matrix: Affine } & ImageObject;
type Scan = { readonly width: number; readonly height: number };

/**
 * Takes over what the page shows without its text: its one image as stored, or its whole description when that shows no
 * text. Null when only a picture of the page will do. Throws when parts of the page cannot be read.
 */
export async function takeOver(
  pdf: PdfWriter,
  from: OpenSourcePdf,
  page: SourcePage,
  scan: Scan,
  frame: Frame,
): Promise<TakenOver | null> {
  const { source, copier } = from;
  if (isAnnotated(source, page)) return null;
  const content = page.content();
  const painted = paintedBy(source, content, page.resources);
  if (painted.visibleText) return null;
  const [image, ...others] = painted.images;
  if (image && others.length === 0 && painted.marks === 0 && isThatScan(source, image.stream.dict, scan)) {
    const shared = from.images.get(image.ref) ?? (await addSourceImage(pdf, source, copier, image.stream));
    from.images.set(image.ref, shared);
    return { ...shared, matrix: imageMatrix(frame, scan) };
  }
  const display = displayOf(page, scan);
  // An image of the scan's size may be the scan itself, lying otherwise than the page: its pixels tell.
  const doubtful = painted.images.some(
    ({ stream, matrix }) =>
      isSize(source, stream.dict, scan) && !(display && fillsUpright(compose(matrix, display), scan)),
  );
  if (!display || doubtful || painted.buriedText) return null;
  const ref = await addForm(pdf, from, page, content, painted);
  return { ref, kind: 'tone', pdfa: false, matrix: compose(display, frame.fromScan) };
}

// Links show nothing; notes and attachments show the icon of something that is not on the page.
const UNSEEN = new Set(['/Link', '/Popup', '/Text', '/FileAttachment', '/Sound']);
const isSeen = (source: PdfSource, annotation: PDFDict) =>
  annotation.has(PDFName.of('AP')) &&
  !UNSEEN.has(String(source.resolve(annotation.get(PDFName.of('Subtype')))));

const isAnnotated = (source: PdfSource, page: SourcePage) =>
  page.annotations.some((annotation) => isSeen(source, annotation));

const isSize = (source: PdfSource, image: PDFDict, { width, height }: Scan) =>
  numberOf(source, image.get(PDFName.of('Width'))) === width &&
  numberOf(source, image.get(PDFName.of('Height'))) === height;

// A hundredth of the page off, and the picture of the page is no longer that of the image.
function fillsUpright([a, b, c, d, e, f]: Affine, { width, height }: Scan): boolean {
  const [dx, dy] = [width / 100, height / 100];
  const across = [a - width, c, e].every((value) => Math.abs(value) <= dx);
  return across && [b, d + height, f - height].every((value) => Math.abs(value) <= dy);
}

// What the reader lifts off a page: the scan's frame is then the image's own.
function isThatScan(source: PdfSource, image: PDFDict, scan: Scan): boolean {
  const masked = ['SMask', 'Mask', 'ImageMask'].some((key) => image.has(PDFName.of(key)));
  return !masked && isSize(source, image, scan);
}

/** Page space to pixels of the scan, where the scan is a picture of the page as shown; null where its shape says otherwise. */
function displayOf({ box, turns }: SourcePage, scan: Scan): Affine | null {
  const [across, along] = [box[2] - box[0], box[3] - box[1]];
  const [width, height] = turns % 2 === 1 ? [along, across] : [across, along];
  const [sx, sy] = [scan.width / width, scan.height / height];
  // Both sides were rounded to whole pixels.
  if (Math.abs(scan.width - sy * width) > 1 + sy / sx && Math.abs(scan.height - sx * height) > 1 + sx / sy)
    return null;
  return compose(displayMatrix(box, turns, 1), scaling(sx, sy));
}

async function addForm(
  pdf: PdfWriter,
  { source, copier }: OpenSourcePdf,
  page: SourcePage,
  content: Buffer,
  painted: Painted,
) {
  const kept: Buffer[] = [];
  let at = 0;
  for (const { start, end } of painted.invisible) {
    kept.push(content.subarray(at, start), Buffer.from('\n'));
    at = end;
  }
  kept.push(content.subarray(at));
  const ref = await pdf.addDeflated(Buffer.concat(kept), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...page.box],
    Resources: copier.translate(withoutText(source, page.resources, painted)),
    ...(page.group ? { Group: copier.translate(page.group) } : {}),
  });
  await copier.finish();
  return ref;
}

// The fonts and forms of text that is left out.
function withoutText(source: PdfSource, resources: PDFDict | null, { invisible }: Painted): PDFDict {
  const kept = PDFDict.withContext(source.root.context);
  for (const [key, value] of resources?.entries() ?? []) if (key !== PDFName.of('Font')) kept.set(key, value);
  const objects = source.resolve(kept.get(PDFName.of('XObject')));
  if (!(objects instanceof PDFDict)) return kept;
  const left = new Set(invisible.map(({ form }) => PDFName.of(form ?? '')));
  const shown = PDFDict.withContext(source.root.context);
  for (const [key, value] of objects.entries()) if (!left.has(key)) shown.set(key, value);
  kept.set(PDFName.of('XObject'), shown);
  return kept;
}

/**
 * Adds a page that carries its own good text, as it is but without anything that acts, and returns its entries. Null when
 * something is pinned onto it that a copy would lose.
 */
export async function copyPage(pdf: PdfWriter, { source, copier }: OpenSourcePdf, page: SourcePage) {
  if (isAnnotated(source, page)) return null;
  const contents = await pdf.addDeflated(page.content(), {});
  const entries = {
    MediaBox: [...page.mediaBox],
    CropBox: [...page.box],
    Rotate: page.turns * 90,
    Contents: contents,
    Resources: page.resources ? copier.translate(page.resources) : {},
    ...(page.userUnit === 1 ? {} : { UserUnit: page.userUnit }),
    ...(page.group ? { Group: copier.translate(page.group) } : {}),
  };
  await copier.finish();
  return entries;
}
