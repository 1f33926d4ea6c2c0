import { describe, expect, it } from 'vitest';
import { followStrokes, wander, wayOf } from '../../../src/imaging/pens/follow-strokes.ts';
import { BOX, flourish, INK, slant, typed, X } from '../../support/signed-name.ts';

const longest = (image: ReturnType<typeof typed>, level: boolean) =>
  followStrokes(image, BOX, X, INK)
    .filter((stroke) => stroke.level === level)
    .sort((a, b) => wayOf(b.runs) - wayOf(a.runs))[0];

describe('a stroke', () => {
  it('that runs level is followed under the stems that it crosses', () => {
    const image = typed();
    flourish(image);
    const { runs } = longest(image, true)!;
    expect(wayOf(runs)).toBeGreaterThan(350);
    expect(wander(runs)).toBeGreaterThan(8);
  });

  it('that is steep is followed from row to row, into the letters', () => {
    const image = typed();
    slant(image);
    const { runs } = longest(image, false)!;
    expect(runs[0]!.at).toBe(20);
    expect(runs.at(-1)!.at).toBeGreaterThan(105);
  });

  it('thicker than a pen is none', () => {
    const image = typed();
    for (let y = 20; y < 60; y++) image.data.fill(0, y * image.width + 250, y * image.width + 262);
    expect(longest(image, false)!.runs.every(({ at }) => at >= 100)).toBe(true);
  });
});
