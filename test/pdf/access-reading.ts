// What the tests of the access copy need: pages as the pipeline hands them over, and PDFium to read the copy back.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { onTestFinished } from 'vitest';
import { openScan } from '../../src/flow/steps/open.ts';
import { IDENTITY, mapBox } from '../../src/imaging/draw/geometry.ts';
import type { Affine, Box, Line, ReadPage } from '../../src/model/document.ts';
import { InputError } from '../../src/model/errors.ts';
import { type AccessInput, writeAccessPdf } from '../../src/pdf/access/access-pdf.ts';
import { readCharacters } from '../../src/pdf/read/characters.ts';
import { PdfFile } from '../../src/pdf/read/pdf-file.ts';

export async function scratch(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-access-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const wordBox = (x: number, y: number, width: number, height = 30): Box => ({ x, y, width, height });

/** Lines of words in the upright frame, as recognized. */
export function linesOf(
  rows: readonly (readonly (readonly [string, Box])[])[],
  toSource: Affine = IDENTITY,
): Line[] {
  return rows.map((row, block) => {
    const words = row.map(([text, upright]) => ({
      text,
      upright,
      box: mapBox(toSource, upright),
      confidence: 0.9,
    }));
    const upright = row[0]![1];
    return { block, upright, box: mapBox(toSource, upright), words };
  });
}

export function readPage(over: Partial<ReadPage> & Pick<ReadPage, 'width' | 'height'>): ReadPage {
  return {
    number: 1,
    source: { file: 0, page: 0 },
    dpi: 100,
    rotation: 0,
    skew: 0,
    flags: [],
    upright: { width: over.width, height: over.height },
    toSource: IDENTITY,
    lines: [],
    confidence: null,
    engine: 'test',
    ...over,
  };
}

export interface Delivered {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Writes the access copy of pages from these files, and gives its path and bytes. */
export async function accessOf(
  delivered: readonly Delivered[],
  pages: readonly ReadPage[],
  over: Partial<AccessInput> = {},
) {
  const folder = await scratch();
  const files = delivered.map(({ type }, index) => ({ path: path.join(folder, `${index}`), type }));
  for (const [index, { bytes }] of delivered.entries()) await writeFile(files[index]!.path, bytes);
  const target = path.join(folder, 'access.pdf');
  const result = await writeAccessPdf(target, {
    pages,
    files,
    openPixels: async ({ source }) => {
      const { path: file, type } = files[source.file]!;
      try {
        await using scan = await openScan(file, type);
        return await scan.page(source.page);
      } catch (error) {
        if (error instanceof InputError) return null;
        throw error;
      }
    },
    meta: { title: 'Oficio 12', producer: 'foja', date: '1987-03-02T10:00:00.000Z', documentId: 'a1' },
    maxBytes: Number.POSITIVE_INFINITY,
    ...over,
  });
  return { ...result, path: target, file: await readFile(target) };
}

export interface FoundWord {
  readonly text: string;
  /** In points, from the top left corner. */
  readonly box: Box;
}

/** The words of a page in PDFium's order, and the page's size in points. */
export async function wordsOf(file: string, index = 0) {
  await using pdf = new PdfFile(file);
  return pdf.use(file, ({ pdfium, handle }) => {
    const page = pdfium.api._FPDF_LoadPage(handle, index);
    const p = pdfium.scratch;
    pdfium.api._FPDF_GetPageBoundingBox(page, p);
    const [, height = 0, width = 0] = new Float32Array(pdfium.api.HEAPU8.buffer, p, 4);
    const words: { text: string; rects: (readonly [number, number, number, number])[] }[] = [];
    let open = false;
    for (const piece of readCharacters(pdfium, page, () => true)) {
      if (typeof piece === 'string') {
        open = false;
        continue;
      }
      if (!open) words.push({ text: '', rects: [] });
      open = true;
      words.at(-1)!.text += piece.text;
      words.at(-1)!.rects.push(piece.rect);
    }
    const found = words.map(({ text, rects }): FoundWord => {
      const [left, bottom] = [Math.min(...rects.map((r) => r[0])), Math.min(...rects.map((r) => r[1]))];
      const [right, top] = [Math.max(...rects.map((r) => r[2])), Math.max(...rects.map((r) => r[3]))];
      return { text, box: { x: left, y: height - top, width: right - left, height: top - bottom } };
    });
    pdfium.api._FPDF_ClosePage(page);
    return { width, height, words: found };
  });
}

/** A page as a reader shows it, at `scale` pixels a point; `at` gives the red channel. */
export async function rendered(file: Uint8Array, index = 0, scale = 1) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  try {
    const { data, width, height } = await document.getPage(index).render({ scale, render: 'bitmap' });
    const at = (x: number, y: number) => data[(Math.round(y) * width + Math.round(x)) * 4]!;
    return { width, height, at, pages: document.getPageCount() };
  } finally {
    document.destroy();
    library.destroy();
  }
}
