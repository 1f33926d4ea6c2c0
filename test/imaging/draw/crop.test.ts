import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropUpright } from '../../../src/imaging/draw/crop.ts';
import { exifTurn } from '../../../src/imaging/draw/geometry.ts';
import type { Rotation } from '../../../src/model/document.ts';
import { InputError } from '../../../src/model/errors.ts';

const PLAIN = { rotation: 0, mirrored: false, stretch: { x: 1, y: 1 } } as const;

// An L of four colours, so that a turn and a mirror image can be told apart: red top left, green top right, blue bottom left.
const upright = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: 20, height: 20, channels: 3, background: '#f00' } }, left: 0, top: 0 },
    { input: { create: { width: 20, height: 20, channels: 3, background: '#0f0' } }, left: 40, top: 0 },
    { input: { create: { width: 20, height: 20, channels: 3, background: '#00f' } }, left: 0, top: 20 },
  ]);

const colours = async (png: Buffer) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)]
      .map((v) => (v > 127 ? 1 : 0))
      .join('');
  const [right, bottom] = [info.width - 3, info.height - 3];
  return {
    size: [info.width, info.height],
    corners: [at(2, 2), at(right, 2), at(2, bottom), at(right, bottom)],
  };
};

const UPRIGHT = ['100', '010', '001', '111'];

describe('a crop', () => {
  it('is cut at the edges of the scan', async () => {
    const bytes = await upright().png().toBuffer();
    const png = await cropUpright({ kind: 'encoded', bytes }, { x: -9, y: -9, width: 99, height: 99 }, PLAIN);
    expect(await colours(png)).toEqual({ size: [60, 40], corners: UPRIGHT });
    const part = await cropUpright({ kind: 'encoded', bytes }, { x: 40, y: 0, width: 20, height: 20 }, PLAIN);
    expect(await colours(part)).toEqual({ size: [20, 20], corners: ['010', '010', '010', '010'] });
  });

  // As EXIF 1…8 store it: what is shown must be the same picture every time.
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'of a scan stored as EXIF orientation %i is upright',
    async (orientation) => {
      const { mirrored, rotation } = exifTurn(orientation);
      const turned = await sharp(await upright().png().toBuffer())
        .rotate((360 - rotation) % 360)
        .png()
        .toBuffer();
      const bytes = await sharp(turned).flop(mirrored).png().toBuffer();
      const box = { x: 0, y: 0, width: 60, height: 60 };
      const png = await cropUpright({ kind: 'encoded', bytes }, box, {
        ...PLAIN,
        mirrored,
        rotation: rotation as Rotation,
      });
      expect(await colours(png)).toEqual({ size: [60, 40], corners: UPRIGHT });
    },
  );

  it('has square pixels where the scan has not, and stays of a size to look at', async () => {
    const bytes = await upright().png().toBuffer();
    const box = { x: 0, y: 0, width: 60, height: 40 };
    const fax = await cropUpright({ kind: 'encoded', bytes }, box, { ...PLAIN, stretch: { x: 1, y: 2 } });
    expect((await colours(fax)).size).toEqual([60, 80]);
    const wide = await sharp({ create: { width: 5000, height: 50, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const small = await cropUpright(
      { kind: 'encoded', bytes: wide },
      { x: 0, y: 0, width: 5000, height: 50 },
      PLAIN,
    );
    expect((await colours(small)).size).toEqual([1600, 16]);
  });

  it('of what is no picture is an InputError', async () => {
    const bytes = Buffer.from('no picture');
    await expect(
      cropUpright({ kind: 'encoded', bytes }, { x: 0, y: 0, width: 1, height: 1 }, PLAIN),
    ).rejects.toThrow(InputError);
  });
});
