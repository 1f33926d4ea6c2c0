import { describe, expect, it } from 'vitest';
import { followStrokes } from '../../../src/imaging/pens/follow-strokes.ts';
import { erasePale, paleFrom } from '../../../src/imaging/pens/tone.ts';
import type { GrayImage } from '../../../src/ports/ocr-engine.ts';
import { copyOf, flourish, INK, KEPT, outcome, slant, typed, X } from '../../support/signed-name.ts';

/** The part of the picture that the strokes reach; letters stand beside it. */
const box = { left: 96, top: 0, right: 506, bottom: 159 };

function between(image: GrayImage) {
  const place = { image, box, kept: KEPT, letterHeight: X, ink: INK };
  return paleFrom(place, followStrokes(image, box, X, INK), 6 * X);
}

describe('a pen paler than the type', () => {
  it('is told from it by its tone, and goes without a loss of type', () => {
    const image = typed(20);
    slant(image, 120);
    flourish(image, 120);
    const signed = copyOf(image);
    const from = between(image)!;
    expect(from).toBeGreaterThan(20);
    expect(from).toBeLessThan(120);
    erasePale(image, { left: 0, top: 0, right: image.width - 1, bottom: image.height - 1 }, from);
    const { lost, left } = outcome(image, signed);
    expect(lost).toBe(0);
    // What touches a stem stays as its edge.
    expect(left).toBeLessThan(0.4);
  });
});

it.each([
  ['as dark as the type', 20, 20],
  ['darker than the type', 90, 20],
])('a pen %s cannot be told by its tone', (_, type, pen) => {
  const image = typed(type);
  slant(image, pen);
  expect(between(image)).toBeNull();
});

it('cannot be told from type that a worn ribbon left as pale in part', () => {
  const image = typed(20);
  for (let y = 0; y < image.height; y++)
    for (let x = 514; x < 524; x++) {
      const at = y * image.width + x;
      if (image.data[at] === 20) image.data[at] = 120;
    }
  slant(image, 120);
  expect(between(image)).toBeNull();
});

it('says nothing where no type stands beside the strokes', () => {
  const image = { ...typed(), data: new Uint8Array(600 * 160).fill(255) };
  slant(image, 120);
  expect(between(image)).toBeNull();
});
