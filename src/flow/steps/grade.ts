import type { Grade, ReadPage, Status } from '../../model/document.ts';

// Confidence of the worst words at which each grade starts.
const GRADES: readonly (readonly [atLeast: number, Grade])[] = [
  [0.85, 'excellent'],
  [0.65, 'good'],
  [0.35, 'fair'],
  [0, 'poor'],
];

/** A document's grade by the 5th percentile of its words' confidence; null where nothing was to be read. */
export function gradeOf(pages: readonly ReadPage[]): Grade | null {
  const confidences = pages.flatMap((page) =>
    page.lines.flatMap((line) => line.words.map((word) => word.confidence)),
  );
  if (confidences.length === 0) return null;
  const sorted = Float64Array.from(confidences).sort();
  const worst = sorted[Math.floor((sorted.length - 1) * 0.05)]!;
  return GRADES.find(([atLeast]) => worst >= atLeast)![1];
}

/** What became of a document: a failed page makes it partial, no readable page at all makes it failed. */
export function statusOf(pages: readonly ReadPage[]): Status {
  const failed = pages.filter((page) => page.error).length;
  if (failed === pages.length) return 'failed';
  return failed > 0 ? 'partial' : 'processed';
}
