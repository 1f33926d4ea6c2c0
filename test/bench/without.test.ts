// Reading with a mend left out: answers that are kept, mends that are watched, and the table.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { standardError } from '../../bench/measure/statistics.ts';
import { type PageWorth, withoutTable } from '../../bench/suites/without.ts';
import { recordedEngine } from '../../bench/without/recorded-engine.ts';
import { watchedMends } from '../../bench/without/watched-mends.ts';
import type { GrayImage, OcrEngine } from '../../src/ports/ocr-engine.ts';
import { everyLine, type Reading } from '../../src/recognition/mends/mend.ts';

const picture = (gray: number): GrayImage => ({ data: new Uint8Array(6).fill(gray), width: 3, height: 2 });

it('an engine is asked once for a picture, in every run, and what it took is charged each time', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'foja-answers-'));
  try {
    let asked = 0;
    const engine = {
      name: 'slow',
      languages: ['spa'],
      async recognize({ data }: GrayImage) {
        asked++;
        const end = performance.now() + 40;
        while (performance.now() < end);
        return [{ block: data[0]!, box: { x: 0, y: 0, width: 1, height: 1 }, words: [] }];
      },
    } as unknown as OcrEngine;
    const first = recordedEngine(engine, folder);
    expect((await first.recognize(picture(7), { dpi: 300 }))[0]!.block).toBe(7);
    expect((await first.recognize(picture(8), { dpi: 300 }))[0]!.block).toBe(8);
    const again = recordedEngine(engine, folder);
    expect((await again.recognize(picture(7), { dpi: 300 }))[0]!.block).toBe(7);
    expect(asked).toBe(2);
    expect(again.spentSeconds()).toBe(0);
    expect(again.cpuSeconds()).toBeGreaterThan(0.01);
    await again.recognize(picture(7), { dpi: 150 });
    expect(asked).toBe(3);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('a mend that changes nothing is told from one that does', async () => {
  const box = { x: 0, y: 0, width: 9, height: 9 };
  const lines = [{ block: 0, box, words: [{ text: 'no', box, confidence: 1 }] }];
  const reading = { lines, doubted: false } as unknown as Reading;
  const mends = [
    { name: 'same', why: '', apply: everyLine((line) => ({ ...line })) },
    { name: 'other', why: '', apply: everyLine((line) => ({ ...line, block: 1 })) },
  ];
  const watched = watchedMends(mends, () => 0, { seconds: 0 });
  for (const { apply } of watched.mends) await apply(reading, () => Promise.reject(new Error()));
  expect([...watched.seen].map(([name, { changed }]) => [name, changed])).toEqual([
    ['same', false],
    ['other', true],
  ]);
});

it('the table says what is lost, by kind and on real pages, and how much of it is noise', () => {
  const page = (set: string, worthCer: number, worthRecall = 0, isReal = false): PageWorth => ({
    ...{ set, id: set, isReal, cer: 0.01, recall: 0.9 },
    ...{ worthCer, worthRecall, cpuSeconds: 0.5 },
  });
  const pages = [page('clean', 0.02), page('fax', 0), page('real', 0.5, 0.03, true)];
  const { rows } = withoutTable({ worths: [{ without: 'strokes', pages }], failed: [] });
  expect(rows).toEqual([['strokes', '2.00', '0.00', '–', '1.00', '± 2.00', '3.00', '–', '2', '0.50']]);
  expect(standardError([1, 3])).toBe(1);
  expect(standardError([1])).toBeNull();
});
