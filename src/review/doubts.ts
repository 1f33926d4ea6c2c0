import { fieldsOf } from '../description/override.ts';
import { sameValue } from '../description/same.ts';
import type { DocumentRecord, Evidence, Grade, PageFlag, Problem, Status } from '../model/document.ts';
import type { DocumentFlag } from '../model/flags.ts';
import type { Reason } from '../model/reasons.ts';
import { sourceName } from '../model/source-name.ts';

/** A field that a person should look at. */
export interface Doubt {
  readonly field: string;
  readonly why: 'low-confidence' | 'contradicted' | 'unknown';
  readonly value: unknown;
  readonly raw: string | null;
  readonly confidence: number;
  /** Why there is no value. */
  readonly reason?: Reason;
  /** What the same signs can also mean. */
  readonly alternative?: unknown;
  /** What was read, where a manifest says otherwise. */
  readonly read?: unknown;
  readonly evidence: readonly Evidence[];
}

/** A page that a person should look at. */
export interface DoubtfulPage {
  readonly number: number;
  readonly flags: readonly PageFlag[];
  readonly error?: Problem;
}

/** What needs eyes in a document. */
export interface ReviewItem {
  readonly id: string;
  readonly source: string;
  readonly status: Status;
  readonly grade: Grade | null;
  readonly flags: readonly DocumentFlag[];
  readonly pages: readonly DoubtfulPage[];
  readonly fields: readonly Doubt[];
}

// Of the fields given this much or more, 95 in 100 are right (the calibration table of docs/bench.md holds rules to it).
const SURE = 0.9;

const SUSPECT = new Set<PageFlag>([
  'failed',
  'orientation-unsure',
  'low-confidence',
  'low-resolution',
  'repeated',
]);

// The paper itself, or a person, says that there is none.
const SETTLED = new Set([
  'left-blank',
  'without-number',
  'without-date',
  'empty-formula',
  'not-applicable',
  'none-by-person',
]);

/** What a person should look at in a document; null where nothing is in doubt. What a person has set is settled. */
export function doubtsOf(record: DocumentRecord): ReviewItem | null {
  const { id, status, grade } = record;
  const all = [...fieldsOf(record.fields), ...fieldsOf(record.description)];
  const fields = all.flatMap(([name, field]): Doubt[] => {
    const { value, raw, confidence, reason, alternative, evidence } = field;
    const more = { ...(reason && { reason }), ...(alternative !== undefined && { alternative }) };
    const doubt = { field: name, value, raw, confidence, ...more, evidence };
    if (field.from === 'person') return [];
    if (value === null) return SETTLED.has(reason ?? '') ? [] : [{ ...doubt, why: 'unknown' }];
    if (field.from === 'rule') return confidence < SURE ? [{ ...doubt, why: 'low-confidence' }] : [];
    const read = field.overrides;
    const isContradicted = read && read.confidence >= SURE && !sameValue(read.value, value);
    return isContradicted ? [{ ...doubt, why: 'contradicted', read: read.value }] : [];
  });
  const pages = record.pages.flatMap(({ number, flags, error }): DoubtfulPage[] => {
    const suspect = flags.filter((flag) => SUSPECT.has(flag));
    return suspect.length > 0 || error ? [{ number, flags: suspect, ...(error && { error }) }] : [];
  });
  const flags = record.flags ?? [];
  const isBad = status === 'partial' || status === 'failed' || grade === 'poor' || grade === 'fair';
  if (!isBad && fields.length + pages.length + flags.length === 0) return null;
  return { id, source: sourceName(record), status, grade, flags, pages, fields };
}
