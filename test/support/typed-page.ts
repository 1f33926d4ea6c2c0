import sharp from 'sharp';
import { makeDocument, renderPage, type TruthPage } from '../../fixtures/generator/index.ts';
import type { GrayImage } from '../../src/ports/ocr-engine.ts';

/** A typed fictional page and what it says. */
export interface TypedPage {
  readonly truth: TruthPage;
  readonly image: GrayImage;
}

/** Draws the first page of a generated document in gray. */
export async function typedPage(
  kind: 'memorandum' | 'constancia' | 'licencia',
  seed: number,
  dpi: number,
): Promise<TypedPage> {
  const truth = makeDocument(kind, seed).pages[0]!;
  const { data, width, height, channels } = await renderPage(truth, { dpi });
  const gray = sharp(data, { raw: { width, height, channels } }).toColourspace('b-w').raw();
  return { truth, image: { data: await gray.toBuffer(), width, height } };
}

/** Share of the words of three letters or more, without accents and case, that were found. */
export function recall(truth: string, read: string): number {
  const words = (text: string): string[] =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const left = words(read);
  const found = words(truth).filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return found.length / words(truth).length;
}
