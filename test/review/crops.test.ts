import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { review } from '../../src/services/review.ts';
import { ACTOR, shelf } from '../support/archived.ts';

const { signal } = new AbortController();

describe('crops for review', () => {
  it('show the scan where each doubtful field was read', async () => {
    const of = await shelf();
    const id = await of.add({ confidence: 0.4 });
    const folder = path.join(of.folder, 'recortes');
    const { items } = await review(of.workspace, ACTOR, { ids: [], limit: 5, crops: folder }, signal);
    const withPlace = items.flatMap(({ fields }) => fields.filter(({ evidence }) => evidence.length > 0));
    expect(withPlace.length).toBeGreaterThan(0);
    for (const { field, crop, evidence } of withPlace) {
      expect(crop).toBe(path.join(folder, id, `${field}.png`));
      const { data, info } = await sharp(await readFile(crop!))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const [width, height] = [Math.max(...evidence.map(({ box }) => box.width)), evidence[0]!.box.height];
      expect(info.width).toBeGreaterThanOrEqual(Math.min(width, 1500));
      expect(info.height).toBeGreaterThanOrEqual(height * 0.9);
      // The words are there as black bars, with paper around them.
      expect(data.filter((value) => value < 64).length).toBeGreaterThan(data.length * 0.1);
      expect(data[0]).toBeGreaterThan(192);
    }
  });

  it('are those of the worst only, and the rest is counted', async () => {
    const of = await shelf();
    await of.add();
    const bad = await of.add({ pages: ['nada que se entienda'] });
    const { total, items } = await review(of.workspace, ACTOR, { ids: [], limit: 1 }, signal);
    expect(items.map(({ id }) => id)).toEqual([bad]);
    expect(total).toBeGreaterThanOrEqual(1);
  });
});
