import type { ReadPage, Rotation } from '../../model/document.ts';
import type { ReadRequest } from '../../ports/page-reader.ts';
import type { OpenPage } from './open.ts';

/** A born-digital page keeps its own text: nothing is cleaned or recognized. */
export function readTextLayer(opened: OpenPage, request: ReadRequest): ReadPage {
  const { width, height, dpi, text, flags } = opened;
  const rotation: Rotation = 0;
  return {
    number: request.number,
    source: request.source,
    width,
    height,
    dpi,
    rotation,
    skew: 0,
    flags,
    upright: { width, height },
    toSource: [1, 0, 0, 1, 0, 0],
    lines: text ?? [],
    confidence: text && text.length > 0 ? 1 : null,
    engine: 'pdf-text',
  };
}
