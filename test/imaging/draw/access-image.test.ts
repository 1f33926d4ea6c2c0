import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeForAccess } from '../../../src/imaging/draw/access-image.ts';
import { InputError } from '../../../src/model/errors.ts';

const [width, height] = [120, 90];
const STANDARD = { quality: 78, scale: 1 };

/** Paper with a dark bar, and a stroke of ink in this colour. */
function paper(ink: readonly [number, number, number], paperTone = 235): Buffer {
  const data = Buffer.alloc(width * height * 3, paperTone);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      if (y > 20 && y < 30) data.fill(20, at, at + 3);
      if (y > 60 && y < 66 && x > 30 && x < 70) data.set(ink, at);
    }
  }
  return data;
}

const raw = (data: Uint8Array, channels: 1 | 3) => ({ kind: 'raw', data, width, height, channels }) as const;

describe('encodeForAccess', () => {
  it('keeps the colour of ink and drops what is no colour', async () => {
    const blue = await encodeForAccess(raw(paper([40, 60, 160]), 3), STANDARD);
    const black = await encodeForAccess(raw(paper([30, 34, 29]), 3), STANDARD);
    expect([blue, black].map((image) => image.kind === 'jpeg' && image.gray)).toEqual([false, true]);
  });

  it('keeps black and white dot by dot, however it was stored', async () => {
    const dots = Uint8Array.from({ length: width * height }, (_, i) => (i % 7 === 0 || i % 11 === 0 ? 1 : 0));
    const gray = Buffer.from(dots.map((dot) => (dot ? 0 : 255)));
    const png = await sharp(gray, { raw: { width, height, channels: 1 } })
      .png({ palette: true, colours: 2 })
      .toBuffer();
    for (const source of [raw(gray, 1), { kind: 'encoded', bytes: png } as const]) {
      const image = await encodeForAccess(source, STANDARD);
      expect(image.kind === 'bilevel' && Buffer.from(image.dots).equals(Buffer.from(dots))).toBe(true);
    }
  });

  it('makes it smaller by the scale asked for', async () => {
    const image = await encodeForAccess(raw(paper([40, 60, 160]), 3), { quality: 50, scale: 0.5 });
    expect([image.width, image.height]).toEqual([60, 45]);
    expect(image.kind === 'jpeg' && (await sharp(image.bytes).metadata()).width).toBe(60);
    const fax = await encodeForAccess(raw(Buffer.alloc(width * height, 255), 1), {
      quality: 50,
      scale: 0.75,
    });
    expect(fax.kind === 'bilevel' && fax.dots.length).toBe(90 * 68);
  });

  it('says what it cannot decode', async () => {
    const bytes = Buffer.from('no image at all');
    await expect(encodeForAccess({ kind: 'encoded', bytes }, STANDARD)).rejects.toThrow(InputError);
  });
});
