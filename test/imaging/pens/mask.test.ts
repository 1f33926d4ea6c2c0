import { describe, expect, it } from 'vitest';
import { followStrokes } from '../../../src/imaging/pens/follow-strokes.ts';
import { eraseMask, longStrokes, maskOf, penStrokes } from '../../../src/imaging/pens/mask.ts';
import type { GrayImage } from '../../../src/ports/ocr-engine.ts';
import {
  BOX,
  copyOf,
  flourish,
  INK,
  inkOf,
  KEPT,
  outcome,
  slant,
  typed,
  X,
} from '../../support/signed-name.ts';

function erasePen(image: GrayImage) {
  const strokes = penStrokes(followStrokes(image, BOX, X, INK), BOX, KEPT, X);
  eraseMask(image, BOX, maskOf(strokes, BOX), X, INK);
}

describe.each([
  ['a flourish across a name', flourish],
  ['a stroke that slants into a name', slant],
])('%s', (_, sign) => {
  it('goes between the stems, which stay whole', () => {
    const image = typed();
    sign(image);
    const signed = copyOf(image);
    erasePen(image);
    const { lost, left } = outcome(image, signed);
    expect(left).toBeLessThan(0.15);
    expect(lost).toBeLessThan(0.04);
  });
});

it('type alone is no pen', () => {
  const image = typed();
  expect(longStrokes(followStrokes(image, BOX, X, INK), X)).toEqual([]);
  erasePen(image);
  expect(image.data).toEqual(typed().data);
});

it('a stem that a steep stroke ends on stays', () => {
  const image = typed();
  // From above, onto the stem at 204 (60 + 6 × 24), wider where they meet.
  for (let y = 10; y < 100; y++) image.data.fill(0, y * image.width + 204, y * image.width + 207);
  for (let y = 96; y < 104; y++) image.data.fill(0, y * image.width + 198, y * image.width + 213);
  erasePen(image);
  for (let y = 110; y < 120; y++) expect(image.data[y * image.width + 205]).toBe(0);
  for (let y = 20; y < 80; y++) expect(image.data[y * image.width + 205]).toBe(255);
});

it('crumbs beside an erased stroke go, letters stay', () => {
  const image = typed();
  const mask = maskOf([{ level: true, runs: [{ at: 300, first: 50, last: 52 }] }], BOX);
  // Two pixels beside it.
  for (const x of [302, 303]) image.data[51 * image.width + x] = 0;
  image.data[51 * image.width + 301] = 0;
  eraseMask(image, BOX, mask, X, INK);
  expect(inkOf(image)).toBe(inkOf(typed()));
});
