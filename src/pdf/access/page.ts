import type { PDFRef } from 'pdf-lib';
import { compose, exifTurn, IDENTITY, quarterTurn } from '../../imaging/draw/geometry.ts';
import type { Affine, ReadPage } from '../../model/document.ts';
import { copyPage, type OpenSourcePdf, takeOver } from '../source/copy.ts';
import type { Entries, PdfWriter } from '../write/file.ts';
import type { InvisibleFont } from '../write/font.ts';
import { FONT_NAME, invisibleText } from '../write/text.ts';
import type { EncodedImages } from './encoded.ts';
import { type Frame, frameOf, imageMatrix, operands } from './frame.ts';
import { addEncoded } from './image-object.ts';
import { NOTICE_SIZE, noticeContent } from './notice.ts';
import { addPixels, type OpenPixels, type ScanPixels } from './pixels.ts';
import type { Carried } from './squeeze.ts';
import type { FaxReader } from './tiff.ts';

/** What a page needs to get into the copy. */
export interface PageWork {
  readonly pdf: PdfWriter;
  readonly font: InvisibleFont;
  readonly openPixels: OpenPixels;
  /** The PDF that the page comes from, where it comes from one that can be parsed. */
  readonly source: OpenSourcePdf | null;
  /** Images encoded at an earlier try. */
  readonly kept: EncodedImages;
  readonly fax: FaxReader;
  /** How far its image is squeezed; see squeeze.ts. */
  readonly step: number;
  /** The quality of the JPEG that was delivered, once known; else 0. */
  readonly own: number;
}

/** A page whose contents are written: its dictionary's entries, and how it came out. */
export interface AddedPage {
  readonly entries: Entries;
  readonly carried: Carried;
  readonly pdfa: boolean;
}

const IMAGE = 'I';
const HELVETICA = 'H';

/** Writes one page's image and text. Always yields a page: one that cannot be opened becomes a notice that says so. */
export async function addPage(page: ReadPage, work: PageWork): Promise<AddedPage> {
  const { pdf, source } = work;
  const before = pdf.bytes;
  const original = source?.page(page.source.page);
  if (source && original && page.flags.includes('text-layer')) {
    const entries = await copyPage(pdf, source, original).catch(() => null);
    if (entries) return { entries, carried: fixed(pdf.bytes - before), pdfa: false };
  }
  const known = page.upright.width > 0;
  const frame = known ? frameOf(page) : null;
  if (source && original && frame && work.step === 0) {
    const taken = await takeOver(pdf, source, original, page, frame).catch(() => null);
    if (taken) {
      const bytes = pdf.bytes - before;
      const carried = { step: 0, bytes, kind: taken.kind, own: taken.quality ?? 0, dpi: dpiOf(frame) };
      return { ...(await finishPage(page, frame, taken, work)), carried, pdfa: taken.pdfa };
    }
  }
  const again = frame && (await work.kept.get(page.number, work.step));
  if (again) {
    const image = { ...(await addEncoded(pdf, again)), matrix: imageMatrix(frame, page) };
    const carried = {
      step: Math.max(1, work.step),
      bytes: again.bytes.length,
      kind: image.kind,
      own: work.own,
      dpi: dpiOf(frame),
    };
    return { ...(await finishPage(page, frame, image, work)), carried, pdfa: image.pdfa };
  }
  const scan = await work.openPixels(page);
  const image = scan && (await addPixels(pdf, page.number, scan, work));
  if (!image) return addNotice(page, pdf);
  const shown = frame ?? frameOf(uprightOf(scan));
  const matrix = imageMatrix(shown, scan);
  const carried = {
    step: image.step,
    bytes: pdf.bytes - before,
    kind: image.kind,
    own: image.quality ?? 0,
    dpi: dpiOf(shown),
  };
  return { ...(await finishPage(page, shown, { ref: image.ref, matrix }, work)), carried, pdfa: image.pdfa };
}

const fixed = (bytes: number): Carried => ({ step: 0, bytes, kind: 'fixed', own: 0, dpi: 0 });

const POINTS_PER_INCH = 72;
// What the scan has to the inch of the page as it comes out along its coarser axis, however its resolution is known.
function dpiOf({ fromScan }: Frame): number {
  const across = Math.hypot(fromScan[0], fromScan[1]);
  const along = Math.hypot(fromScan[2], fromScan[3]);
  return POINTS_PER_INCH / Math.max(across, along);
}

// A page that was opened but not read lies as its file says.
function uprightOf({ width, height, dpi, orientation }: ScanPixels) {
  const { mirrored, rotation } = exifTurn(orientation);
  const lying = rotation % 180 === 90;
  const upright = lying ? { width: height, height: width } : { width, height };
  const back = quarterTurn(((360 - rotation) % 360) as 0, upright.width, upright.height);
  const mirror: Affine = mirrored ? [-1, 0, 0, 1, width, 0] : IDENTITY;
  return { dpi, upright, toSource: compose(back, mirror) };
}

async function finishPage(
  page: ReadPage,
  frame: Frame,
  image: { readonly ref: PDFRef; readonly matrix: Affine },
  { pdf, font }: PageWork,
): Promise<Pick<AddedPage, 'entries'>> {
  const picture = `q ${operands(image.matrix)} cm /${IMAGE} Do Q\n`;
  const text = invisibleText(page.lines, page.upright.height, font);
  const scale = operands([frame.scale, 0, 0, frame.scale, 0, 0]);
  const parts = [Buffer.from(picture), Buffer.from(`q ${scale} cm\n`), text, Buffer.from('Q\n')];
  const contents = await pdf.addDeflated(Buffer.concat(text.length > 0 ? parts : parts.slice(0, 1)), {});
  return {
    entries: {
      MediaBox: [0, 0, round(frame.width), round(frame.height)],
      Contents: contents,
      Resources: {
        XObject: { [IMAGE]: image.ref },
        ...(text.length > 0 ? { Font: { [FONT_NAME]: font.ref } } : {}),
      },
    },
  };
}

const round = (points: number) => Math.round(points * 1000) / 1000;

async function addNotice(page: ReadPage, pdf: PdfWriter): Promise<AddedPage> {
  const before = pdf.bytes;
  const contents = await pdf.addDeflated(noticeContent(page, HELVETICA), {});
  // One of the fonts that every reader has: embedding one for a page that says "nothing here" is not worth it, so a copy
  // with such a page makes no PDF/A claim.
  const font = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' };
  const entries = {
    MediaBox: [0, 0, NOTICE_SIZE.width, NOTICE_SIZE.height],
    Contents: contents,
    Resources: { Font: { [HELVETICA]: font } },
  };
  return { entries, carried: fixed(pdf.bytes - before), pdfa: false };
}
