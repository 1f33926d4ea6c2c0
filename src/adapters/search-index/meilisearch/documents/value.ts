import { createHash } from 'node:crypto';

// The server keeps 468 bytes of a value, and takes two that begin alike for one.
const LONGEST = 400;

/** A value as the server can keep it: what would be cut is told apart by its digest. */
export function fitting(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= LONGEST) return text;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `${bytes.subarray(0, LONGEST - digest.length).toString()}${digest}`;
}

/** Text as a value that no letter case, accent or blank can confuse. It sorts as the text does. */
export const hex = (text: string): string => Buffer.from(text).toString('hex');

export const unhex = (value: string): string => Buffer.from(value, 'hex').toString();

/** A value inside a filter. */
export const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;
