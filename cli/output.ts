// stdout is data, stderr is talk. `--json` prints one value a line and nothing else.
import { problemOf } from '../src/model/errors.ts';
import { explain, explainMore } from '../src/words/es/explain.ts';

/** Writes one JSON line to stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Writes a line for people to stdout. */
export function print(text: string): void {
  process.stdout.write(`${visible(text)}\n`);
}

/** Writes a line of talk to stderr. */
export function say(text: string): void {
  process.stderr.write(`${visible(text)}\n`);
}

const colour = process.stdout.isTTY === true && !process.env['NO_COLOR'];
const [BOLD, USUAL] = ['\u001b[1m', '\u001b[22m'];

/** Emphasis on a terminal that shows it. */
export const strong = (text: string): string => (colour ? BOLD + text + USUAL : text);

/**
 * What is printed holds names that strangers gave to files. A control character in one would be an order to the terminal (`ESC[2J` clears
 * it): its picture is shown instead (␛). Line ends and the emphasis above are our own.
 */
export const visible = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign, at: number) => {
    if (sign === '\n' || text.startsWith(BOLD, at) || text.startsWith(USUAL, at)) return sign;
    const code = sign.codePointAt(0)!;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd';
  });

/** A name on one line, whatever was put into it: a line end in it would pass for a line of ours. */
export const oneLine = (name: string): string => name.replaceAll('\n', '\u2424');

/** Says a failure that ends the command. */
export function sayFailure(error: unknown): void {
  say(`foja: ${explain(problemOf(error))}`);
  for (const line of explainMore(error)) say(`  ${line}`);
}
