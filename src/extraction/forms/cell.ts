import type { Field } from '../../model/document.ts';
import { found, unknown } from '../text/field.ts';
import { joined } from '../text/flow.ts';
import { joinLines } from '../text/join-lines.ts';
import type { Reading } from '../text/reading.ts';
import { rowOf } from './rows.ts';

/** The label of a form's row: one of these names, at the start of a folded line, and a colon. */
export const rowLabel = (names: string): RegExp => new RegExp(`^[^A-ZÑ]{0,3}(?:${names})\\b[^:\\n]{0,24}:`);

/** What a form's row says; unknown where the form has no such row or left it empty. */
export function cellOf({ cover }: Reading, label: RegExp, rule: string): Field<string> {
  const lines = cover && rowOf(cover, label);
  if (!lines) return unknown('not-found', rule);
  const value = joinLines(lines.map(({ raw }) => raw)).replace(/[\s.,]+$/, '');
  return value === '' ? unknown('left-blank', rule, joined(lines)) : found(value, joined(lines), 0.93, rule);
}
