import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalOrder } from '../../src/intake/natural-order.ts';

const sorted = (...names: string[]) => [...names].sort(naturalOrder);

describe('natural order', () => {
  it.each([
    [
      ['2.jpg', '10.jpg', '1.jpg'],
      ['1.jpg', '2.jpg', '10.jpg'],
    ],
    [
      ['047v.tif', '047r.tif', '046v.tif'],
      ['046v.tif', '047r.tif', '047v.tif'],
    ],
    [
      ['007bis.jpg', '008.jpg', '007v.jpg', '007.jpg'],
      ['007.jpg', '007v.jpg', '007bis.jpg', '008.jpg'],
    ],
    [
      ['foja 3 bis v.png', 'foja 3 bis.png', 'foja 3.png', 'foja 4.png'],
      ['foja 3.png', 'foja 3 bis.png', 'foja 3 bis v.png', 'foja 4.png'],
    ],
    [
      ['0345_002.jpg', '0345_001v.jpg', '0345_001.jpg'],
      ['0345_001.jpg', '0345_001v.jpg', '0345_002.jpg'],
    ],
    [
      ['pag_R.jpg', 'pag_F.jpg'],
      ['pag_F.jpg', 'pag_R.jpg'],
    ],
    [
      ['10000000000000000000000001.jpg', '10000000000000000000000000.jpg'],
      ['10000000000000000000000000.jpg', '10000000000000000000000001.jpg'],
    ],
    [
      ['Ñandú 2.jpg', 'ñandú 1.jpg'],
      ['ñandú 1.jpg', 'Ñandú 2.jpg'],
    ],
  ])('%j', (names, expected) => {
    expect(sorted(...names)).toEqual(expected);
  });

  it('is a total order: the same folder is always the same document', () => {
    const name = fc.string({
      unit: fc.constantFrom('0', '1', '2', 'a', 'r', 'v', 'bis', 'ñ', ' ', '_', '.'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(naturalOrder(a, b)) + Math.sign(naturalOrder(b, a))).toBe(0);
        if (a !== b) expect(naturalOrder(a, b)).not.toBe(0);
        if (naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) expect(naturalOrder(a, c)).toBeLessThan(0);
      }),
    );
  });
});
