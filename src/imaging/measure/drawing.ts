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
