import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SNIFF_BYTES, sniff } from '../../src/intake/sniff.ts';

const blank = sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });
const head = (bytes: Uint8Array) => sniff(bytes.subarray(0, SNIFF_BYTES));

describe('sniff', () => {
  it('knows what is read', async () => {
    expect(await head(await blank.clone().jpeg().toBuffer())).toBe('image/jpeg');
    expect(await head(await blank.clone().png().toBuffer())).toBe('image/png');
    expect(await head(await blank.clone().webp().toBuffer())).toBe('image/webp');
    expect(await head(await blank.clone().tiff().toBuffer())).toBe('image/tiff');
    expect(await head(await blank.clone().tiff({ bigtiff: true }).toBuffer())).toBe('image/tiff');
    expect(await head(await (await PDFDocument.create()).save())).toBe('application/pdf');
  });

  it('finds a PDF behind a kilobyte of junk, not further', async () => {
    const pdf = Buffer.from('%PDF-1.4\n%');
    expect(await head(Buffer.concat([Buffer.from('\r\nMIME: x\r\n'), pdf]))).toBe('application/pdf');
    expect(await head(Buffer.concat([Buffer.alloc(1024, 'x'), pdf]))).toBe('application/pdf');
    expect(await head(Buffer.concat([Buffer.alloc(1030, 'x'), pdf]))).toBeNull();
  });

  it('names what is not read, even with a PDF inside', async () => {
    expect(await head(await blank.clone().gif().toBuffer())).toBe('image/gif');
    const stored = Buffer.concat([
      Buffer.from('504b0304140000000000', 'hex'),
      Buffer.alloc(20),
      Buffer.from('%PDF-1.4'),
    ]);
    expect(await head(stored)).toBe('application/zip');
  });

  it('says nothing of text, of nothing and of half a mark', async () => {
    for (const text of ['', 'Oficio 123', '%PD', 'MM']) expect(await head(Buffer.from(text))).toBeNull();
  });
});
