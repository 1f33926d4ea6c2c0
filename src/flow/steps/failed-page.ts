import type { PageSource, Problem, ReadPage } from '../../model/document.ts';

/** A page that could not be read: kept, marked, listed. It has no size, because nothing opened it. */
export function failedPage(number: number, source: PageSource, error: Problem): ReadPage {
  return {
    number,
    source,
    width: 0,
    height: 0,
    dpi: null,
    rotation: 0,
    skew: 0,
    flags: ['failed'],
    upright: { width: 0, height: 0 },
    toSource: [1, 0, 0, 1, 0, 0],
    lines: [],
    confidence: null,
    engine: 'none',
    error,
  };
}
