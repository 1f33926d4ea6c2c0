import type { Grade, Status } from '../model/document.ts';
import type { ReviewItem } from './doubts.ts';

const STATUS: Readonly<Record<Status, number>> = { failed: 0, partial: 1, processed: 2, received: 2 };
const GRADE: Readonly<Record<Grade, number>> = { poor: 0, fair: 1, good: 2, excellent: 3 };

/**
 * Whether `a` needs eyes before `b`: what could not be read, then bad reading, then what does not fit together, then fields
 * read with doubt, then fields not found; the rest by id, so that the order is always the same.
 */
export function worstFirst(a: ReviewItem, b: ReviewItem): number {
  const [left, right] = [rank(a), rank(b)];
  for (const [index, value] of left.entries()) if (value !== right[index]) return value - right[index]!;
  return a.id < b.id ? -1 : 1;
}

function rank({ status, grade, flags, pages, fields }: ReviewItem): number[] {
  const unknown = fields.filter(({ why }) => why === 'unknown').length;
  const least = Math.min(
    1,
    ...fields.flatMap(({ why, confidence }) => (why === 'low-confidence' ? [confidence] : [])),
  );
  const failed = pages.filter(({ error }) => error).length;
  return [
    STATUS[status],
    grade === null ? GRADE.excellent : GRADE[grade],
    -failed,
    -flags.length,
    -(fields.length - unknown),
    -pages.length,
    -unknown,
    least,
  ];
}

/** Keeps the `limit` worst of however many it is shown: memory does not grow with the archive. */
export function worstOf(limit: number) {
  const kept: ReviewItem[] = [];
  let seen = 0;
  return {
    add(item: ReviewItem): void {
      seen++;
      if (kept.length === limit && worstFirst(item, kept.at(-1)!) > 0) return;
      const at = kept.findIndex((other) => worstFirst(item, other) < 0);
      kept.splice(at < 0 ? kept.length : at, 0, item);
      if (kept.length > limit) kept.pop();
    },
    items: (): readonly ReviewItem[] => kept,
    seen: () => seen,
  };
}
