// stdout is data, stderr is talk. `--json` prints one value a line and nothing else.
import { problemOf } from '../src/model/errors.ts';
import { explain, explainMore } from '../src/words/es/explain.ts';

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

/** Says a failure that ends the command. */
export function sayFailure(error: unknown): void {
  say(`foja: ${explain(problemOf(error))}`);
  for (const line of explainMore(error)) say(`  ${line}`);
}
