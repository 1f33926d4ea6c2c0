import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { altoPath, readAlto, writeAlto } from '../../../src/exchange/alto/alto.ts';
import { xmlText } from '../../../src/exchange/alto/xml.ts';
import { compose, IDENTITY, mapBox, quarterTurn, turn } from '../../../src/imaging/draw/geometry.ts';
import type { Affine, Box, Line, ReadPage } from '../../../src/model/document.ts';
import { IntegrityError } from '../../../src/model/errors.ts';

const meta = {
  documentId: 'f3a1',
  source: { path: 'CAJA 12/Oficio "á" & <ñ>.tif', sha256: 'ab'.repeat(32) },
  software: { name: 'foja', version: '0.1.0' },
};

function pageOf(lines: readonly Line[], toSource: Affine = IDENTITY): ReadPage {
  return {
    number: 7,
    source: { file: 0, page: 6 },
    width: 2480,
    height: 3508,
    dpi: 300,
    rotation: 90,
    skew: 1.25,
    flags: [],
    upright: { width: 3508, height: 2480 },
    toSource,
    lines,
    confidence: 0.875,
    engine: 'tesseract.js 7.0.0 spa',
  };
}

function lineOf(block: number, words: readonly [string, Box][], toSource: Affine = IDENTITY): Line {
  const read = words.map(([text, upright]) => ({
    text,
    upright,
    box: roundedOut(mapBox(toSource, upright)),
    confidence: 0.9371,
  }));
  const xs = words.map(([, { x }]) => x);
  const right = Math.max(...words.map(([, { x, width }]) => x + width));
  const upright = { x: Math.min(...xs), y: 90, width: right - Math.min(...xs), height: 50 };
  return { block, upright, box: roundedOut(mapBox(toSource, upright)), words: read };
}

// Recognisers give whole pixels.
function roundedOut({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

const box = (x: number): Box => ({ x, y: 100, width: 80, height: 31 });

describe('ALTO', () => {
  it('keeps lines, words, boxes and confidence, in order', () => {
    const lines = [
      lineOf(3, [
        ['Oficio', box(100)],
        ['SA/0123/1987', box(300)],
      ]),
      lineOf(3, [['construcción', box(90)]]),
      lineOf(1, [['C.c.p.', box(40)]]),
      lineOf(3, [['otra', box(700)]]),
    ];
    const page = pageOf(lines);
    expect(readAlto(writeAlto(page, meta), page)).toEqual({ number: 7, width: 2480, height: 3508, lines });
  });

  it.each([90, 180, 270] as const)('keeps the upright boxes of a page turned %i° that leaned', (rotation) => {
    const upright = { width: 1700, height: 2200 };
    const leaned = turn(2.3, upright, { width: 1800, height: 2260 });
    const toSource = compose(leaned, quarterTurn(rotation, 1800, 2260));
    const page = pageOf(
      [
        lineOf(
          0,
          [
            ['leído', box(100)],
            ['así', box(200)],
          ],
          toSource,
        ),
      ],
      toSource,
    );
    expect(readAlto(writeAlto(page, meta), page).lines).toEqual(page.lines);
  });

  it('says where the page comes from, what read it and how the text lies', () => {
    const xml = writeAlto(pageOf([]), meta);
    expect(xml).toContain('<fileName>CAJA 12/Oficio &quot;á&quot; &amp; &lt;ñ&gt;.tif</fileName>');
    expect(xml).toContain('<softwareName>tesseract.js 7.0.0 spa</softwareName>');
    expect(xml).toContain('ROTATION="88.75"');
    expect(xml).toContain('<MeasurementUnit>pixel</MeasurementUnit>');
  });

  it('leaves out what XML cannot hold and keeps every other character of any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ max: 0xffff, min: 0 }).map((c) => String.fromCharCode(c)) }),
    );
    fc.assert(
      fc.property(text, (content) => {
        const page = pageOf([lineOf(0, [[content, box(10)]])]);
        const [line] = readAlto(writeAlto(page, meta), page).lines;
        expect(line!.words[0]!.text).toBe(xmlText(content));
      }),
      { numRuns: 150 },
    );
    expect(xmlText('a\u0000b\ud800c\tñ\n"𝄞')).toBe('abc\tñ\n"𝄞');
  });

  it('refuses what is no ALTO page', () => {
    const page = pageOf([lineOf(0, [['uno', box(1)]])]);
    const xml = writeAlto(page, meta);
    for (const damaged of ['', xml.slice(0, -20), '<alto/>', xml.replaceAll('HPOS="1"', 'HPOS="uno"')]) {
      expect(() => readAlto(damaged, page)).toThrow(IntegrityError);
    }
  });

  it('numbers its files so that they sort', () => {
    expect([1, 12, 12345].map(altoPath)).toEqual(['alto/0001.xml', 'alto/0012.xml', 'alto/12345.xml']);
  });
});
