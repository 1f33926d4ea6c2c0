import { describe, expect, it } from 'vitest';
import type { GrayImage, RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { mendCopyMark } from '../../../../src/recognition/mends/spelling/copy-marks.ts';

const X = 18;
const [width, height, foot] = [220, 60, 36];
/** Width, height above the foot of the line, and below. */
const SHAPES: Record<string, readonly [number, number, number]> = {
  c: [11, 13, 0],
  C: [13, 19, 0],
  p: [12, 13, 6],
  P: [13, 19, 0],
  '.': [4, 4, 0],
  '•': [9, 9, 0],
  '-': [9, -4, 7],
};

/** Blots of the size of the letters of `typed`, as the line `read` on a page. */
function page(typed: string, read: string): { image: GrayImage; line: RecognizedLine } {
  const data = new Uint8Array(width * height).fill(255);
  let x = 20;
  for (const letter of typed) {
    const [wide, above, below] = SHAPES[letter]!;
    for (let y = foot - above; y < foot + below; y++) data.fill(0, y * width + x, y * width + x + wide);
    x += wide + 3;
  }
  const box = { x: 18, y: foot - 20, width: x - 18, height: 22 };
  const rest = { text: 'Minutario.', box: { ...box, x: x + 20, width: 60 }, confidence: 0.9 };
  const words = [{ text: read, box, confidence: 0.3 }, rest];
  return { image: { data, width, height }, line: { block: 0, box: { ...box, width: 150 }, words } };
}

describe('the mark of a copy', () => {
  it.each([
    ['c.c.p.', ['C.C.P.', 'c.C.Pp.', 'C.Cc.p.', 'c.e.p', 'C.C.Pp,', 'CeCePe', 'C.CePpe.']],
    ['c.c.p.-', ['C.C.p.-', 'c.C.Pp.—', 'c.c.P.-']],
    ['C.c.p.', ['c.c.p.', 'C.C.P.', 'C.C.p.']],
    ['C.C.P.', ['c.c.p.', 'C.C.Pp.', 'c.C.p.']],
    ['ccp', ['CCP', 'Ccp']],
  ])('typed as %s is read as its shapes say, whatever the engine guessed: %j', (typed, guesses) => {
    for (const guess of guesses) {
      const { image, line } = page(typed, guess);
      const mended = mendCopyMark(line, image, X);
      expect(mended.words.map(({ text }) => text)).toEqual([typed, 'Minutario.']);
      expect(mended.words[0]!.box).toEqual(line.words[0]!.box);
    }
  });

  it('is seen between stops half as high as its letters, with the next line close below', () => {
    const { image, line } = page('c•c•p•-', 'C.C.Ppe-');
    image.data.fill(0, 44 * width + 20, 44 * width + 80);
    expect(mendCopyMark(line, image, X).words[0]!.text).toBe('c.c.p.-');
    const closed = page('ccp', 'CCP');
    for (const x of [34, 48]) closed.image.data.fill(0, 40 * width + x, 40 * width + x + 4);
    expect(mendCopyMark(closed.line, closed.image, X).words[0]!.text).toBe('ccp');
  });

  it('is left as it was read where there are not three letters, or where it is no first word', () => {
    const four = page('c.c.p.c', 'C.C.p.');
    expect(mendCopyMark(four.line, four.image, X)).toBe(four.line);
    const { image, line } = page('c.c.p.', 'C.C.P.');
    const turned = { ...line, words: line.words.toReversed() };
    expect(mendCopyMark(turned, image, X)).toBe(turned);
    expect(mendCopyMark(line, image, null)).toBe(line);
    for (const initials of ['C.E.P.', 'COP.', 'COD.']) {
      const capitals = page('C.C.P.', initials);
      expect(mendCopyMark(capitals.line, capitals.image, X)).toBe(capitals.line);
    }
    expect(mendCopyMark({ ...line, words: [] }, image, X).words).toEqual([]);
    for (const word of ['C.P.', 'C.', 'coche', 'LIC.', 'C.C.', 'Copia', 'coop', 'p.-', '']) {
      const read = page('c.c.p.', word);
      expect(mendCopyMark(read.line, read.image, X)).toBe(read.line);
    }
  });
});
