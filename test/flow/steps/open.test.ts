import { access } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openScan } from '../../../src/flow/steps/open.ts';
import { grayPage, saveImage, tiffOf } from '../../imaging/open/tiffs.ts';
import { jpegPage, save } from '../../pdf/open-pdfs.ts';

describe('openScan', () => {
  it('opens an image as a scan of one page', async () => {
    const png = await sharp({ create: { width: 300, height: 400, channels: 3, background: 'white' } })
      .withMetadata({ density: 300 })
      .png()
      .toBuffer();
    await using scan = await openScan(await saveImage(png), 'image/png');
    expect(scan.pageCount).toBe(1);
    expect(await scan.page(0)).toMatchObject({
      width: 300,
      height: 400,
      dpi: 300,
      stretch: { x: 1, y: 1 },
      orientation: 1,
      text: null,
      flags: [],
    });
  });

  it('opens a fax with what makes its pixels square', async () => {
    const fax = tiffOf([grayPage(1728, 1145, { 282: [204, 1], 283: [98, 1] })]);
    await using scan = await openScan(await saveImage(fax), 'image/tiff');
    expect(await scan.page(0)).toMatchObject({ dpi: 204, stretch: { x: 1, y: 204 / 98 } });
  });

  it('opens a PDF of scans and born-digital pages, each as what it is', async () => {
    const { pdf } = await jpegPage([48, 67.2], [48, 0, 0, 67.2, 0, 0]);
    const page = pdf.addPage([612, 792]);
    page.setFont(await pdf.embedFont(StandardFonts.Helvetica));
    page.drawText('Se concede la licencia solicitada.', { x: 72, y: 700, size: 12 });
    await using scan = await openScan(await save(pdf), 'application/pdf');
    expect(scan.pageCount).toBe(2);
    expect(await scan.page(0)).toMatchObject({
      dpi: 300,
      pixels: { kind: 'encoded' },
      text: null,
      flags: [],
    });
    expect(await scan.page(1)).toMatchObject({ dpi: 300, pixels: { kind: 'raw' }, flags: ['text-layer'] });
  });

  it.each([
    ['application/msword', 'application/msword'],
    [null, 'no known type'],
  ])('refuses %s by name, and says what to deliver', async (type, name) => {
    const file = await saveImage(Buffer.from('Oficio'));
    await expect(openScan(file, type)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(new RegExp(`${name}.*Deliver it as PDF`)),
    });
  });

  it('stops where it is told to', async () => {
    await using scan = await openScan(
      await save((await jpegPage([200, 280], [200, 0, 0, 280, 0, 0])).pdf),
      'application/pdf',
    );
    await expect(scan.page(0, AbortSignal.abort())).rejects.toThrow('aborted');
    expect((await scan.page(0)).width).toBe(200);
  });

  it('leaves the file as it was and closes it', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const file = await save(pdf);
    const scan = await openScan(file, 'application/pdf');
    await scan[Symbol.asyncDispose]();
    await scan[Symbol.asyncDispose]();
    await access(file);
    await expect(scan.page(0)).rejects.toThrow('was closed');
  });

  it('works on worker threads side by side', async () => {
    const { pdf } = await jpegPage([200, 280], [200, 0, 0, 280, 0, 0]);
    const file = await save(pdf);
    const code = `import { parentPort } from 'node:worker_threads';
      const { openScan } = await import(${JSON.stringify(new URL('../../../src/flow/steps/open.ts', import.meta.url).href)});
      const scan = await openScan(${JSON.stringify(file)}, 'application/pdf');
      parentPort.postMessage((await scan.page(0)).width);`;
    const run = () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
        worker.once('message', resolve).once('error', reject);
      });
    expect(await Promise.all([run(), run()])).toEqual([200, 200]);
  });
});
