import { bottomOf, centreOf, middleOf, rightOf } from '../../model/boxes.ts';
import type { Box } from '../../model/document.ts';
import type { GrayImage } from '../../ports/ocr-engine.ts';
import { type Components, findComponents } from './components.ts';

/** On a levelled page what is darker is ink. */
export const INK = 128;

/** A picture that is done: its ink is found once, when it is first asked for. */
export interface Drawing extends GrayImage {
  readonly pieces: () => Components;
}

/** A picture whose pixels no longer change. */
export function drawingOf(image: GrayImage): Drawing {
  let found: Components | undefined;
  return {
    ...image,
    pieces() {
      found ??= findComponents(image, INK);
      return found;
    },
  };
}

/** The pieces of ink whose middle lies in a part of the picture. */
export function piecesIn({ pieces }: Drawing, part: Box): Box[] {
  const { count, x0, y0, x1, y1 } = pieces();
  const within: Box[] = [];
  for (let i = 0; i < count; i++) {
    const box = { x: x0[i]!, y: y0[i]!, width: x1[i]! - x0[i]! + 1, height: y1[i]! - y0[i]! + 1 };
    const [x, y] = [centreOf(box), middleOf(box)];
    if (x >= part.x && x <= rightOf(part) && y >= part.y && y <= bottomOf(part)) within.push(box);
  }
  return within;
}
