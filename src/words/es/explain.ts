// How a failure reads in Spanish, on a terminal as on a page.
import type { Problem } from '../../model/document.ts';
import type { ErrorCode } from '../../model/error-codes.ts';
import { FojaError } from '../../model/errors.ts';
import type { Fault } from '../../model/faults.ts';
import type { DocumentFlag } from '../../model/flags.ts';
import { FAULT, FLAG } from './flags.ts';
import { textOf } from './labels.ts';
import { M } from './messages.ts';
import { PROBLEM } from './problems.ts';

/**
 * What happened and what to do, the code, what it is about. The message is English and for logs: it shows where it is all there is,
 * for a defect and for a code of another version of foja.
 */
export function explain({ code, message, about = '' }: Problem): string {
  if (!isKnown(code)) return `${message} [${code}]`;
  return `${PROBLEM[code]} [${code}] ${code === 'defect' ? message : about}`.trimEnd();
}

/** What is known beneath a failure, one line each: its faults, what a server or the system said in their own words, where a
 * defect is. */
export function explainMore(error: unknown): string[] {
  if (!(error instanceof FojaError)) return error instanceof Error && error.stack ? [error.stack] : [];
  const { faults, cause } = error;
  const below =
    cause instanceof FojaError ? explain(cause) : cause instanceof Error ? M.said(cause.message) : '';
  return [...faults.map(faultLine), below].filter(Boolean);
}

/** What does not fit in a document, with what was found. Why there is no copy is a failure's code. */
export const flagLine = ({ code, detail }: DocumentFlag): string =>
  `${textOf(FLAG, code)}: ${code === 'copy-missing' ? textOf(PROBLEM, detail) : detail}`;

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(PROBLEM, code);

const faultLine = ({ code, line, about }: Fault): string =>
  [line === undefined ? '' : M.line(line), FAULT[code], about].filter(Boolean).join(': ');
