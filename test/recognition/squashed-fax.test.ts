// A standard fax has twice as many dots across as down (204 × 98 dpi): read upright, its words found on the dots as stored.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openTesseractJs } from '../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { openScan } from '../../src/flow/steps/open.ts';
import { publish } from '../../src/flow/steps/publish.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import { read } from '../../src/pipeline.ts';
import { saveImage, tiffOf } from '../imaging/open/tiffs.ts';
import { copying } from '../support/copying.ts';
import { recall, typedPage } from '../support/typed-page.ts';

describe('a fax of 204 × 98 dpi', () => {
  it('is read, its boxes lie on the stored dots, and its access copy has the shape of the paper', async () => {
    const typed = await typedPage('memorandum', 5, 204);
    const { width, height: full } = typed.image;
    const height = Math.round((full * 98) / 204);
    const { data } = await sharp(typed.image.data, { raw: { width, height: full, channels: 1 } })
      .resize({ width, height, fit: 'fill' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const tags = {
      256: width,
      257: height,
      258: 8,
      259: 1,
      262: 1,
      277: 1,
      278: height,
      282: [204, 1],
      283: [98, 1],
      296: 2,
    } as const;
    const file = await saveImage(tiffOf([{ data, tags }]), 'fax.tif');

    const engine = await openTesseractJs({ languages: ['spa'] });
    await using scan = await openScan(file, 'image/tiff');
    const page = await read(
      scan,
      { file: { path: file, name: 'fax.tif', type: 'image/tiff' }, number: 1, source: { file: 0, page: 0 } },
      engine,
    );
    await engine.close();

    expect([page.width, page.height]).toEqual([width, height]);
    const words = page.lines.flatMap((line) => line.words);
    expect(recall(typed.truth.text, words.map(({ text }) => text).join(' '))).toBeGreaterThan(0.9);
    const [across, down] = [width / typed.truth.width, height / typed.truth.height];
    const placed = typed.truth.words.filter(({ text, box }) =>
      words.some(
        (word) =>
          word.text === text &&
          Math.abs(word.box.x + word.box.width / 2 - (box.x + box.width / 2) * across) < 12 &&
          Math.abs(word.box.y + word.box.height / 2 - (box.y + box.height / 2) * down) < 8,
      ),
    );
    expect(placed.length / typed.truth.words.length).toBeGreaterThan(0.75);

    const scratch = await mkdtemp(path.join(os.tmpdir(), 'foja-fax-'));
    try {
      const record: DocumentRecord = {
        id: '0'.repeat(32),
        status: 'processed',
        batch: 'b',
        receivedAt: '2026-01-01T00:00:00.000Z',
        source: [
          {
            path: 'fax.tif',
            sha256: '0'.repeat(64),
            bytes: width * height,
            type: 'image/tiff',
            stored: 'original/0001.tif',
          },
        ],
        grade: null,
        pages: [],
        fields: null,
      };
      const files = [{ path: file, name: 'fax.tif', type: 'image/tiff' }];
      await publish(copying, record, { pages: [page], files, scratch });
      const library = await PDFiumLibrary.init();
      const pdf = await library.loadDocument(await readFile(path.join(scratch, 'access-1.pdf')));
      const { originalWidth, originalHeight } = pdf.getPage(0).getOriginalSize();
      expect(originalWidth / originalHeight).toBeCloseTo(typed.truth.width / typed.truth.height, 1);
      expect(pdf.getPage(0).getText()).toContain(words[0]!.text);
      pdf.destroy();
      library.destroy();
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
});
