import { around } from '../../model/boxes.ts';
import type { Evidence, Field } from '../../model/document.ts';
import type { Reason } from '../../model/reasons.ts';
import type { Passage, Token } from './flow.ts';

/** Raised whenever a rule gives another answer for the same words. */
export const RULES_VERSION = 4;

/** A value that was read. `strength` says how often the rule is right when every letter was read right. */
export function found<T>(value: T, seen: Passage, strength: number, rule: string): Field<T> {
  return {
    value,
    raw: seen.raw,
    confidence: Math.round(strength * legibility(seen.tokens) * 1000) / 1000,
    evidence: evidenceOf(seen.tokens),
    from: 'rule',
    rule,
    version: RULES_VERSION,
  };
}

/** A value that nobody may guess; what was read is kept where there was something to read. */
export function unknown<T>(reason: Reason, rule: string, seen?: Passage): Field<T> {
  return {
    value: null,
    raw: seen?.raw ?? null,
    confidence: 0,
    evidence: seen ? evidenceOf(seen.tokens) : [],
    from: 'rule',
    rule,
    version: RULES_VERSION,
    reason,
  };
}

/** One box a line, on the scan. */
function evidenceOf(tokens: readonly Token[]): Evidence[] {
  const lines = new Map<string, Token[]>();
  for (const token of tokens) {
    const key = `${token.page}:${token.line}`;
    const line = lines.get(key);
    if (line) line.push(token);
    else lines.set(key, [token]);
  }
  return [...lines.values()].map((line) => ({
    page: line[0]!.page,
    box: around(line.flatMap((token) => token.words.map((word) => word.box))),
  }));
}

/** How well the words were read, 0…1. One bad word spoils a short value, not a long one. */
function legibility(tokens: readonly Token[]): number {
  let [sum, count, worst] = [0, 0, 1];
  for (const token of tokens) {
    for (const word of token.words) {
      const sure = Math.min(1, Math.max(0, word.confidence));
      sum += sure;
      count++;
      worst = Math.min(worst, sure);
    }
  }
  if (count === 0) return 0;
  const mean = sum / count;
  const read = count <= SHORT_VALUE ? (mean + worst) / 2 : mean;
  return Math.min(1, LEGIBLE_BASE + LEGIBLE_SLOPE * read);
}

// A number or a date has at most about eight words.
const SHORT_VALUE = 8;
// Tesseract gives well-read words 0.90…0.96: those must not lower a strong rule, half-read ones must.
const LEGIBLE_BASE = 0.25;
const LEGIBLE_SLOPE = 0.8;
