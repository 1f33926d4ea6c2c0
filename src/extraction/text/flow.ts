import type { Box, Word } from '../../model/document.ts';
import { fold } from './fold.ts';

/** One word as people see it: letter-spaced words of one letter each are one token. `box` is upright. */
export interface Token {
  readonly text: string;
  readonly words: readonly Word[];
  readonly box: Box;
  readonly page: number;
  /** Which piece of its page; evidence is one box a line. */
  readonly line: number;
}

/** Text to search that knows which words it came from. `folded` has the same length as `text`. */
export interface Flow {
  readonly text: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Where each token starts in `text`. */
  readonly starts: readonly number[];
}

/** What was read somewhere: the words of a value. */
export interface Passage {
  readonly raw: string;
  readonly tokens: readonly Token[];
}

/** Tokens as one searchable text, a space between words and a line break between lines. */
export function flowOf(tokens: readonly Token[]): Flow {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let last: Token | undefined;
  for (const token of tokens) {
    if (last) {
      parts.push(last.line === token.line && last.page === token.page ? ' ' : '\n');
      length++;
    }
    starts.push(length);
    parts.push(token.text);
    length += token.text.length;
    last = token;
  }
  const text = parts.join('');
  return { text, folded: fold(text), tokens, starts };
}

/** The passage between two places of a flow, with every token that it touches. */
export function passage(flow: Flow, start: number, end: number): Passage {
  return { raw: flow.text.slice(start, end).trim(), tokens: tokensBetween(flow, start, end) };
}

/** The tokens that a stretch of text touches. */
export function tokensBetween(flow: Flow, start: number, end: number): Token[] {
  const found: Token[] = [];
  for (let i = firstTokenAt(flow, start); i < flow.tokens.length && flow.starts[i]! < end; i++) {
    found.push(flow.tokens[i]!);
  }
  return found;
}

function firstTokenAt(flow: Flow, place: number): number {
  let [low, high] = [0, flow.tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flow.starts[middle]! + flow.tokens[middle]!.text.length <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Several passages as one, in the order given. */
export const joined = (passages: readonly Passage[]): Passage => ({
  raw: passages.map((p) => p.raw).join('\n'),
  tokens: passages.flatMap((p) => p.tokens),
});
