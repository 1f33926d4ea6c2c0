// stdout is data, stderr is talk. `--json` prints one value a line and nothing else.
import { type FojaError, problemOf } from '../src/model/errors.ts';
import { M } from '../src/words/es/messages.ts';
import { PROBLEM } from '../src/words/es/problems.ts';

/** Writes one JSON line to stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Writes a line for people to stdout. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line of talk to stderr. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];

/** Emphasis on a terminal that shows it. */
export const strong = (text: string): string => (colour ? `\u001b[1m${text}\u001b[22m` : text);

/** A failure in Spanish, with its code; the English message where the code has no text of its own, and always as detail. */
export function explain(problem: { code: string; message: string }): string {
  const spanish = PROBLEM[problem.code];
  return spanish ? `${spanish} [${problem.code}] ${problem.message}` : `${problem.message} [${problem.code}]`;
}

/** Says a failure that ends the command. A defect shows its stack: it is ours to mend. */
export function sayFailure(error: unknown): void {
  const problem = problemOf(error);
  say(`foja: ${explain(problem)}`);
  if (problem.code === 'defect') say(`${M.defect}\n${(error as Error).stack ?? ''}`);
  else if ((error as FojaError).cause instanceof Error)
    say(`  ${((error as FojaError).cause as Error).message}`);
}
