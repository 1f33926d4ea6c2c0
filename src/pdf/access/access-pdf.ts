// The access copy: one PDF page per scanned face, the scan's own bytes where a PDF may carry them, turned upright by a matrix,
// with the text that was read lying invisibly on its words. page.ts decides how a page gets in.
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { PDFContext, type PDFRef } from 'pdf-lib';
import type { ReadPage } from '../../model/document.ts';
import { type OpenSourcePdf, openForCopying } from '../source/copy.ts';
import { createPdf } from '../write/file.ts';
import { invisibleFont } from '../write/font.ts';
import { type AccessMeta, writeCatalog } from '../write/metadata.ts';
import { type EncodedImages, encodedImages } from './encoded.ts';
import { addPage } from './page.ts';
import type { OpenPixels } from './pixels.ts';
import { type Carried, learn, squeeze, type Tried } from './squeeze.ts';
import { faxReader } from './tiff.ts';

export type { AccessMeta } from '../write/metadata.ts';
export type { OpenPixels } from './pixels.ts';

export interface AccessInput {
  readonly pages: readonly ReadPage[];
  /** The delivered files that `page.source.file` counts. */
  readonly files: readonly { readonly path: string; readonly type: string | null }[];
  /** Files, by index, from which nothing is taken over as it is: their pages are drawn. */
  readonly drawn?: readonly number[];
  readonly openPixels: OpenPixels;
  readonly meta: AccessMeta;
  /** What the copy may weigh: the bytes of the delivered scans. */
  readonly maxBytes: number;
  /** Hears the number of each page when its turn comes, in every try. */
  readonly reached?: (page: number) => void;
}

export interface AccessResult {
  readonly bytes: number;
  /** Whether the copy conforms to PDF/A-2u and says so. */
  readonly pdfa: boolean;
}

// The first try carries what was delivered, the second is forecast to fit; each further one aims lower by a quarter.
const MAX_TRIES = 8;
const PDF = 'application/pdf';

/**
 * Writes the access copy to `target`. Memory is bounded by the largest page. A copy that comes out larger than `maxBytes` is
 * written again with its largest images smaller, down to what stays legible (squeeze.ts); that floor wins.
 * The same input gives the same bytes.
 */
export async function writeAccessPdf(target: string, input: AccessInput): Promise<AccessResult> {
  let steps: readonly number[] = input.pages.map(() => 0);
  const folder = `${target}.images`;
  await using _cleared = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
  const kept = encodedImages(folder);
  let pages: readonly Tried[] | null = null;
  let best: { steps: readonly number[]; bytes: number } | null = null;
  for (let attempt = 1; ; attempt++) {
    const { carried, ...result } = await writeOnce(target, input, steps, pages, kept);
    if (!best || result.bytes < best.bytes) best = { steps, bytes: result.bytes };
    pages = learn(pages, carried);
    const excess = result.bytes - input.maxBytes;
    const next: number[] | null =
      excess > 0 && attempt < MAX_TRIES ? squeeze(pages, excess * 1.25 ** (attempt - 1)) : null;
    if (next) steps = next;
    else if (best.steps === steps) return result;
    else steps = best.steps;
  }
}

async function writeOnce(
  target: string,
  { pages, files, drawn = [], openPixels, meta, reached }: AccessInput,
  steps: readonly number[],
  tried: readonly Tried[] | null,
  kept: EncodedImages,
): Promise<AccessResult & { carried: readonly Carried[] }> {
  await using pdf = await createPdf(target, PDFContext.create());
  using sources = new DisposableStack();
  const opened = new Map<number, OpenSourcePdf | null>();
  const sourceOf = async (index: number) => {
    const file = files[index];
    if (file?.type !== PDF || drawn.includes(index)) return null;
    const known = opened.get(index);
    if (known !== undefined) return known;
    const source = await openForCopying(file.path, pdf);
    opened.set(index, source && sources.use(source));
    return source;
  };

  const tree = pdf.reserve();
  const font = invisibleFont(pdf);
  const fax = faxReader();
  const kids: PDFRef[] = [];
  const carried: Carried[] = [];
  let pdfa = pages.length > 0;
  for (const [index, page] of pages.entries()) {
    reached?.(page.number);
    const source = await sourceOf(page.source.file);
    const [step, own] = [steps[index]!, tried?.[index]?.own ?? 0];
    const added = await addPage(page, { pdf, font, openPixels, source, kept, fax, step, own });
    kids.push(await pdf.add(pdf.context.obj({ Type: 'Page', Parent: tree, ...added.entries })));
    carried.push(added.carried);
    pdfa &&= added.pdfa;
  }
  await pdf.add(pdf.context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }), tree);
  await font.finish();
  const { root, info } = await writeCatalog(pdf, tree, meta, pdfa);
  await pdf.finish({ root, info, id: createHash('sha256').update(meta.documentId).digest().subarray(0, 16) });
  return { bytes: pdf.bytes, pdfa, carried };
}
