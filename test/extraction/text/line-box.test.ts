import { describe, expect, it } from 'vitest';
import { lineBox } from '../../../src/extraction/text/line-box.ts';

const word = (x: number, y: number, height: number) => ({ x, y, width: 50, height });

describe('the box of a line', () => {
  it('is as tall as its type where a pen crosses one word', () => {
    expect(lineBox([word(0, 100, 30), word(60, 40, 130), word(120, 102, 30)], 30)).toEqual({
      x: 0,
      y: 100,
      width: 170,
      height: 32,
    });
  });

  it('is that of its words where all are tall, or one alone', () => {
    expect(lineBox([word(0, 0, 90), word(60, 0, 90)], 30).height).toBe(90);
    expect(lineBox([word(0, 0, 90)], 30).height).toBe(90);
  });
});
