import type { CleanPage, Line, PageFlag, ReadPage } from '../model/document.ts';
import { meanConfidence } from './confidence.ts';

/** Below this mean, one word in three of the measured pages is wrong. */
const LOW_CONFIDENCE = 0.6;

/** A page with what was read on it, flagged where that is nothing or little to rely on. */
export function asRead(page: CleanPage, lines: readonly Line[], engine: string): ReadPage {
  const confidence = meanConfidence(lines);
  const flags = new Set<PageFlag>(page.flags);
  if (confidence === null) flags.add('blank');
  else if (confidence < LOW_CONFIDENCE) flags.add('low-confidence');
  return { ...page, flags: [...flags], lines, confidence, engine };
}
