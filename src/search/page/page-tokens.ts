import type { Line, Word } from '../../model/document.ts';
import { tokensOf } from '../words/tokens.ts';
import { joinLetterSpaced } from './letter-spacing.ts';

/** What the index keeps of a line. */
export interface TextLine extends Pick<Line, 'block'> {
  readonly words: readonly Pick<Word, 'text' | 'box'>[];
}

/** A term and the words that spell it, counted over the page: two where a line end cuts the word. */
export interface PageToken {
  readonly term: string;
  readonly words: readonly number[];
}

// Most words of a page were on the page before: folding each once makes the terms of a page three times as quick.
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, readonly string[]>();

function termsOfWord(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const terms = tokensOf(word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, terms);
  return terms;
}

// A hyphen, and what engines and word processors put for one (soft hyphen, ¬).
const CUT = /\p{L}{2,}[-‐‑¬\u00AD]$/u;

/**
 * The terms of a page in reading order. Words cut at a line end and letter-spaced words are one term each.
 * `halves` are the parts of cut words (`ex-` / `presidente`): findable, but part of no phrase.
 */
export function pageTokens(lines: readonly TextLine[]): { tokens: PageToken[]; halves: PageToken[] } {
  const tokens: PageToken[] = [];
  const halves: PageToken[] = [];
  let cut: PageToken | null = null;
  let first = 0;
  lines.forEach((line, i) => {
    const found = joinLetterSpaced(line.words).flatMap(({ text, words }) =>
      termsOfWord(text).map((term) => ({ term, words: words.map((word) => first + word) })),
    );
    if (cut !== null && found[0] !== undefined) {
      halves.push(cut, found[0]);
      found[0] = { term: cut.term + found[0].term, words: [...cut.words, ...found[0].words] };
    }
    cut = found.length > 0 && isCut(line, lines[i + 1]) ? found.pop()! : null;
    tokens.push(...found);
    first += line.words.length;
  });
  return { tokens, halves };
}

// Cut only where the next line goes on in the same case: `construc-` / `ción`, not `Guadalupe-` / `Monterrey`.
function isCut(line: TextLine, next: TextLine | undefined): boolean {
  const last = line.words.at(-1)?.text ?? '';
  const goesOn = next?.words[0]?.text ?? '';
  if (next?.block !== line.block || !CUT.test(last)) return false;
  return /^\p{Ll}/u.test(goesOn) || (/^\p{Lu}{2}/u.test(goesOn) && /\p{Lu}.$/u.test(last));
}
