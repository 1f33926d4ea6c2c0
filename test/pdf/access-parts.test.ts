import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { applyTo } from '../../src/imaging/draw/geometry.ts';
import { frameOf } from '../../src/pdf/access/frame.ts';
import { encodeJbig2 } from '../../src/pdf/access/jbig2.ts';
import { type Carried, learn, qualityOf, squeeze } from '../../src/pdf/access/squeeze.ts';
import { operations } from '../../src/pdf/source/operators.ts';
import { crossReferences } from '../../src/pdf/write/xref.ts';
import { rendered } from './access-reading.ts';
import { addImage, paint } from './open-pdfs.ts';

describe('encodeJbig2', () => {
  it('loses no dot, whatever is on the page', async () => {
    const bitmap = fc
      .record({
        width: fc.integer({ min: 1, max: 70 }),
        height: fc.integer({ min: 1, max: 40 }),
        seed: fc.integer(),
        ink: fc.integer({ min: 0, max: 100 }),
      })
      .map(({ width, height, seed, ink }) => {
        let state = seed >>> 0;
        const dots = Uint8Array.from({ length: width * height }, () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return (state >>> 8) % 100 < ink ? 1 : 0;
        });
        return { width, height, dots };
      });
    const bitmaps = fc.sample(bitmap, { numRuns: 15, seed: 1987 });
    const pdf = await PDFDocument.create();
    for (const { width, height, dots } of bitmaps) {
      const page = pdf.addPage([width, height]);
      const dictionary = { Width: width, Height: height, BitsPerComponent: 1, ColorSpace: 'DeviceGray' };
      const coded = encodeJbig2(dots, width, height);
      paint(page, addImage(page, { ...dictionary, Filter: 'JBIG2Decode' }, coded), [
        width,
        0,
        0,
        height,
        0,
        0,
      ]);
    }
    const file = await pdf.save();
    for (const [index, { width, height, dots }] of bitmaps.entries()) {
      const shown = await rendered(file, index);
      const wrong = dots.findIndex(
        (dot, i) => (shown.at(i % width, Math.floor(i / width)) < 128 ? 1 : 0) !== dot,
      );
      expect(`${index} ${width}×${height}: ${wrong}`).toBe(`${index} ${width}×${height}: -1`);
    }
  });
});

describe('frameOf', () => {
  const upright = { width: 2550, height: 3300 };

  it('gives the page its true size, however large the upright frame is', () => {
    const frame = frameOf({ dpi: 300, upright, toSource: [1, 0, 0, 1, 0, 0] });
    expect([frame.width, frame.height]).toEqual([612, 792]);
    const half = { width: 1275, height: 1650 };
    const small = frameOf({ dpi: 300, upright: half, toSource: [2, 0, 0, 2, 0, 0] });
    expect([small.width, small.height]).toEqual([612, 792]);
    expect(applyTo(small.fromScan, 0, 0)).toEqual([0, 792]);
    expect(applyTo(small.fromScan, 2550, 3300)).toEqual([612, 0]);
  });

  it('takes a fax, twice as fine across as along, at its true size', () => {
    const frame = frameOf({
      dpi: 204,
      upright: { width: 1728, height: 2200 },
      toSource: [1, 0, 0, 0.5, 0, 0],
    });
    expect(frame.width).toBeCloseTo((1728 / 204) * 72, 6);
    expect(frame.height).toBeCloseTo((2200 / 204) * 72, 6);
  });

  it.each([
    [3024, 4032, 612, 816],
    [4032, 3024, 816, 612],
    [1700, 2800, 612, 1008],
    [1000, 4000, 252, 1008],
  ])(
    'assumes a sheet of paper where nobody knows the resolution: %i × %i',
    (width, height, across, along) => {
      const frame = frameOf({ dpi: null, upright: { width, height }, toSource: [1, 0, 0, 1, 0, 0] });
      expect(frame.width).toBeCloseTo(across, 6);
      expect(frame.height).toBeCloseTo(along, 6);
    },
  );

  it('stays within what a PDF page may measure', () => {
    const frame = frameOf({ dpi: 100, upright: { width: 40_000, height: 90 }, toSource: [1, 0, 0, 1, 0, 0] });
    expect(frame.width).toBeLessThanOrEqual(14_400);
    expect(frame.height).toBeGreaterThanOrEqual(3);
  });
});

describe('squeeze', () => {
  const page = (over: Partial<Carried>): Carried => ({
    step: 0,
    bytes: 100_000,
    kind: 'tone',
    dpi: 300,
    own: 0,
    ...over,
  });

  it('moves as few pages as the excess asks for, what loses nothing first, then the largest', () => {
    const pages = learn(null, [page({}), page({ bytes: 900_000 }), page({ kind: 'bilevel', bytes: 50_000 })]);
    expect(squeeze(pages, 5_000)).toEqual([0, 0, 1]);
    expect(squeeze(pages, 50_000)).toEqual([0, 1, 1]);
  });

  it('stops where letters would be lost', () => {
    const pages = learn(null, [
      page({ step: 5 }),
      page({ kind: 'fixed' }),
      page({ kind: 'bilevel', step: 1, dpi: 200 }),
    ]);
    expect(squeeze(pages, 1e9)).toBeNull();
    expect(squeeze(learn(null, [page({ dpi: 200 })]), 1e9)).toEqual([4]);
  });

  it('codes a JPEG again below the quality that it was delivered with', () => {
    expect(qualityOf(1, 0)).toEqual({ quality: 78, scale: 1 });
    expect(qualityOf(1, 95)).toEqual({ quality: 78, scale: 1 });
    expect(qualityOf(1, 50)).toEqual({ quality: 44, scale: 1 });
    expect(qualityOf(3, 20)).toEqual({ quality: 30, scale: 1 });
  });

  it('keeps what a page had where squeezing made it no smaller', () => {
    const first = learn(null, [page({ kind: 'bilevel', dpi: 150, bytes: 30_000 })]);
    const second = learn(first, [page({ kind: 'bilevel', dpi: 150, bytes: 40_000, step: 1 })]);
    expect(second).toEqual([{ step: 0, bytes: 30_000, kind: 'bilevel', dpi: 150, own: 0, tried: 1 }]);
    expect(squeeze(second, 10)).toBeNull();
  });
});

describe('operations', () => {
  const names = (content: string) => [...operations(Buffer.from(content, 'latin1'))].map(({ name }) => name);

  it('reads operators past strings, comments, arrays, dictionaries and inline images', () => {
    const content =
      'q % Do\n/P <</A (x) /B [1 (y) ]>> BDC (a \\) Do (b) c) Tj [<41> -2 (]) ] TJ BI /W 1 ID \u0001Do EIx EI Q';
    expect(names(content)).toEqual(['q', 'BDC', 'Tj', 'TJ', 'BI', 'ID', 'Q']);
  });

  it('gives operands and places, and ends with the text, whatever the text is', () => {
    const [matrix, paints] = [...operations(Buffer.from('1 0 0 -1.5 0 7 cm /Im0 Do'))];
    expect(matrix?.operands).toEqual(['1', '0', '0', '-1.5', '0', '7']);
    expect(paints).toEqual({ name: 'Do', operands: ['/Im0'], start: 18, end: 25 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        for (const { start, end } of operations(Buffer.from(bytes))) expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 200 },
    );
  });
});

describe('crossReferences', () => {
  it('writes offsets beyond 4 GB', () => {
    const { table, widths } = crossReferences(
      [undefined, { offset: 2 ** 33 + 5 }, { stream: 1, position: 300 }],
      2,
    );
    expect(widths).toEqual([1, 5, 2]);
    expect(table.toString('hex', 8, 16)).toBe('0102000000050000');
    expect(table.toString('hex', 16)).toBe('020000000001012c');
  });
});
