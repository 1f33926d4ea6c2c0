import { readFile } from 'node:fs/promises';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/errors.ts';
import { openPdf } from '../../src/pdf/read/open-pdf.ts';
import { addImage, flate, jpegPage, type Matrix, paint, save } from './open-pdfs.ts';

const A_PAGE = [200, 280] as const;
const FULL: Matrix = [200, 0, 0, 280, 0, 0];

const refusal = async (file: string) => {
  const error = await openPdf(file).then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
};

describe('a PDF that cannot be used', () => {
  it('is refused when it opens only with a password, and read when only its owner has one', async () => {
    for (const [userPassword, opens] of [
      ['secreto', false],
      ['', true],
    ] as const) {
      const { pdf } = await jpegPage(A_PAGE, FULL);
      await pdf.encrypt({ userPassword, ownerPassword: 'dueño' });
      const file = await save(pdf);
      if (!opens) {
        expect(await refusal(file)).toMatchObject({
          code: 'encrypted',
          message: expect.stringContaining('unlocked copy'),
        });
      } else {
        await using scan = await openPdf(file);
        expect(await scan.page(0)).toMatchObject({ width: 200, height: 280, orientation: 1 });
      }
    }
  });

  it('is refused when it is not a PDF inside', async () => {
    const file = await save(Buffer.from('%PDF-1.7\nno es un PDF\n%%EOF'));
    expect(await refusal(file)).toMatchObject({ code: 'damaged' });
  });

  it('is read as far as it goes when it is cut short, or refused', async () => {
    const { pdf } = await jpegPage(A_PAGE, FULL);
    const whole = await readFile(await save(pdf));
    for (let part = 0.1; part < 1; part += 0.15) {
      const file = await save(whole.subarray(0, Math.floor(whole.length * part)));
      const read = async () => {
        await using scan = await openPdf(file);
        return scan.pageCount > 0 ? await scan.page(0) : null;
      };
      await read().catch((error: unknown) => expect(error).toBeInstanceOf(InputError));
    }
  });

  it('is refused when it is an XFA form', async () => {
    const { pdf } = await jpegPage(A_PAGE, FULL);
    const form = pdf.context.obj({ Fields: [] });
    form.set(PDFName.of('XFA'), PDFString.of('<xdp/>'));
    pdf.catalog.set(PDFName.of('AcroForm'), form);
    pdf.catalog.set(PDFName.of('NeedsRendering'), pdf.context.obj(true));
    expect(await refusal(await save(pdf))).toMatchObject({
      code: 'xfa-form',
      message: expect.stringContaining('Print it'),
    });
  });

  it('is refused when it has no pages', async () => {
    const pdf = await PDFDocument.create();
    pdf.catalog.Pages().set(PDFName.of('Count'), pdf.context.obj(0));
    expect(await refusal(await save(await pdf.save({ addDefaultPage: false })))).toMatchObject({
      code: 'damaged',
    });
  });

  it('loses the page that asks for too many pixels, and no other', async () => {
    const { pdf } = await jpegPage(A_PAGE, FULL);
    const page = pdf.addPage([200, 280]);
    const { bytes, Filter } = flate(Buffer.alloc(1000));
    paint(
      page,
      addImage(
        page,
        { Width: 35_000, Height: 35_000, BitsPerComponent: 1, ColorSpace: 'DeviceGray', Filter },
        bytes,
      ),
      FULL,
    );
    await using scan = await openPdf(await save(pdf));
    await expect(scan.page(1)).rejects.toMatchObject({ code: 'too-large' });
    await expect(scan.page(7)).rejects.toMatchObject({ code: 'damaged' });
    expect(await scan.page(0)).toMatchObject({ pixels: { kind: 'encoded' } });
  });

  it('is rendered smaller than asked for where the page is larger than any paper', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([14_400, 14_400]).drawRectangle({ x: 0, y: 0, width: 7000, height: 7000 });
    await using scan = await openPdf(await save(pdf));
    const { width, height } = await scan.page(0);
    expect(width * height).toBeLessThanOrEqual(100.1e6);
  });

  it('answers several pages at once, in their own pixels', async () => {
    const { pdf } = await jpegPage(A_PAGE, FULL);
    for (let i = 0; i < 6; i++) pdf.addPage([144 + 72 * i, 144]);
    await using scan = await openPdf(await save(pdf));
    const pages = await Promise.all([6, 1, 3, 0].map((index) => scan.page(index)));
    expect(pages.map(({ width }) => width)).toEqual([1050, 300, 600, 200]);
  });
});
