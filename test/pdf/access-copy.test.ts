import { readFile } from 'node:fs/promises';
import {
  PDFDocument,
  PDFName,
  PDFString,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { openScan } from '../../src/flow/steps/open.ts';
import type { ReadPage } from '../../src/model/document.ts';
import { accessOf, linesOf, readPage, rendered, wordBox, wordsOf } from './access-reading.ts';
import { addImage, flate, jpegPage, lopsided, paint, save } from './open-pdfs.ts';

const PDF = 'application/pdf';
const WORDS = [
  [
    ['Leído', wordBox(20, 20, 60, 14)],
    ['ahora', wordBox(90, 20, 60, 14)],
  ],
] as const;

/** Opens the page as the pipeline does, and reads two words on it. */
async function copyOf(file: string, over: Partial<ReadPage> = {}) {
  await using scan = await openScan(file, PDF);
  const { width, height, dpi, flags, text } = await scan.page(0);
  const page = readPage({ width, height, dpi, flags, lines: text ?? linesOf(WORDS), ...over });
  return { ...(await accessOf([{ bytes: await readFile(file), type: PDF }], [page])), page };
}

const textsOf = async (file: string) => (await wordsOf(file)).words.map(({ text }) => text);
const LETTER = [400, 560] as const;
const FULL = [400, 0, 0, 560, 0, 0] as const;

describe('a page of a delivered PDF in the access copy', () => {
  it.each([true, false])(
    'is its one image, byte by byte, without its old invisible text (object streams: %s)',
    async (useObjectStreams) => {
      const { pdf, page, jpeg } = await jpegPage(LETTER, FULL);
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
      page.drawText('texto viejo y malo', { x: 20, y: 300 });
      const copy = await copyOf(await save(pdf, { useObjectStreams }));
      expect(await textsOf(copy.path)).toEqual(['Leído', 'ahora']);
      expect(copy.file.includes(jpeg.subarray(30))).toBe(true);
      expect(copy.pdfa).toBe(true);
    },
  );

  it('is that image upright though it was stored turned', async () => {
    const { pdf } = await jpegPage(LETTER, [-400, 0, 0, -560, 400, 560]);
    const { width, height, file } = await (async () => {
      const copy = await copyOf(await save(pdf), { rotation: 180, toSource: [-1, 0, 0, -1, 200, 280] });
      return { ...(await rendered(copy.file)), file: copy.file };
    })();
    const shown = await rendered(file);
    expect(shown.at(width * 0.7, height * 0.9)).toBeLessThan(40);
    expect(shown.at(width * 0.3, height * 0.1)).toBeGreaterThan(200);
  });

  it('keeps its layers where it is made of several, and carries what was read once', async () => {
    const { pdf, page } = await jpegPage(LETTER, FULL);
    const mask = { Width: 8, Height: 8, BitsPerComponent: 1, ImageMask: true, Filter: 'FlateDecode' };
    paint(page, addImage(page, mask, flate(new Uint8Array(8)).bytes), [80, 0, 0, 80, 300, 20]);
    page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
    page.drawText('texto viejo', { x: 20, y: 300 });
    const copy = await copyOf(await save(pdf));
    expect(await textsOf(copy.path)).toEqual(['Leído', 'ahora']);
    expect(copy.file.includes('/Form')).toBe(true);
    expect(copy.pdfa).toBe(false);
    const shown = await rendered(copy.file);
    expect(shown.at(340, 500)).toBeLessThan(20);
    expect(shown.at(100, 60)).toBeLessThan(40);
    expect(shown.at(340, 300)).toBeGreaterThan(235);
  });

  it('is a picture where its visible text is not to be trusted', async () => {
    const { pdf, page } = await jpegPage(LETTER, FULL);
    page.drawText('sello visible', { x: 20, y: 100, size: 30 });
    const copy = await copyOf(await save(pdf));
    expect(copy.page.flags).toContain('text-layer-redone');
    expect(await textsOf(copy.path)).toEqual(['Leído', 'ahora']);
    expect(copy.file.includes('/Form')).toBe(false);
  });

  it('is the page itself where it was born digital, with nothing that acts', async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.TimesRoman);
    const page = pdf.addPage([400, 560]);
    const sentence = 'Por medio del presente se solicita la autorizacion correspondiente para la obra';
    for (let line = 0; line < 12; line++)
      page.drawText(sentence, { x: 20, y: 500 - 20 * line, size: 10, font });
    pdf.addJavaScript('saludo', 'app.alert("hola")');
    await pdf.attach(Buffer.from('adjunto secreto'), 'adjunto.txt');
    const link = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      A: { S: 'URI', URI: PDFString.of('http://x.mx') },
    };
    page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.obj(link)]));
    page.node.set(PDFName.of('AA'), pdf.context.obj({ O: { S: 'JavaScript', JS: PDFString.of('x()') } }));
    const copy = await copyOf(await save(pdf, { useObjectStreams: false }));
    expect(copy.page.flags).toContain('text-layer');
    expect((await textsOf(copy.path)).slice(0, 3)).toEqual(['Por', 'medio', 'del']);
    const taken = await PDFDocument.load(copy.file);
    const dump = taken.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(dump).not.toMatch(/JavaScript|URI|EmbeddedFile|\/AA|Annots/);
    expect(taken.getPage(0).getSize()).toEqual({ width: 400, height: 560 });
  });

  it('is taken once where several pages show the same image', async () => {
    const { pdf, page, jpeg } = await jpegPage(LETTER, FULL);
    const again = pdf.addPage([...LETTER]);
    again.node.set(PDFName.of('Resources'), page.node.Resources()!);
    again.node.set(PDFName.of('Contents'), page.node.Contents()!);
    const file = await save(pdf);
    const bytes = await readFile(file);
    const pages = [0, 1].map((index) =>
      readPage({ number: index + 1, source: { file: 0, page: index }, width: 200, height: 280, dpi: 36 }),
    );
    const copy = await accessOf([{ bytes, type: PDF }], pages);
    const first = copy.file.indexOf(jpeg.subarray(30));
    expect(first).toBeGreaterThan(0);
    expect(copy.file.indexOf(jpeg.subarray(30), first + 1)).toBe(-1);
  });

  it('survives a source whose table of objects is wrong', async () => {
    const { pdf, jpeg } = await jpegPage(LETTER, FULL);
    const bytes = await readFile(await save(pdf, { useObjectStreams: false }));
    const broken = Buffer.from(bytes.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1');
    const copy = await copyOf(await save(broken));
    expect(await textsOf(copy.path)).toEqual(['Leído', 'ahora']);
    expect(copy.file.includes(jpeg.subarray(30))).toBe(true);
  });

  it('shows a 1-bit image in the right polarity', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([...LETTER]);
    const gray = await lopsided(200, 280);
    const rows = Buffer.alloc(25 * 280);
    for (let i = 0; i < gray.length; i++) if (gray[i]! > 200) rows[i >> 3]! |= 128 >> (i & 7);
    const dictionary = {
      Width: 200,
      Height: 280,
      BitsPerComponent: 1,
      ColorSpace: 'DeviceGray',
      Filter: 'FlateDecode',
    };
    paint(page, addImage(page, dictionary, flate(rows).bytes), FULL);
    const copy = await copyOf(await save(pdf));
    const shown = await rendered(copy.file);
    expect([shown.at(100, 60), shown.at(300, 300)]).toEqual([0, 255]);
    expect(copy.pdfa).toBe(true);
  });
});
