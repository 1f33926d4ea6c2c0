import type { TextLine } from '../page/page-tokens.ts';
import type { Match } from './match.ts';

const MARK = { open: '\u0002', close: '\u0003' } as const;

const WINDOWS = 2;
const WORDS_AROUND = 12; // in a long line; a typed line of an oficio has about that many
const LONGEST_WORD = 60;

/**
 * The lines around the first place that shows most of the query, and around a second one for what that lacks;
 * long lines and what lies between are cut to `…`. Without matches, how the page begins.
 */
export function snippetOf(lines: readonly TextLine[], matches: readonly Match[]): string {
  const starts: number[] = [];
  lines.reduce((first, line, i) => {
    starts[i] = first;
    return first + line.words.length;
  }, 0);
  const lineOf = (word: number) => starts.findLastIndex((start) => start <= word);
  const owner = new Map<number, Match>();
  for (const match of matches) for (const word of match.words) if (!owner.has(word)) owner.set(word, match);

  const shown = matches.length === 0 ? [0, 1, 2] : chosenLines(matches, lineOf);
  const text = shown
    .filter((i) => (lines[i]?.words.length ?? 0) > 0)
    .map((i) => ({ i, text: lineText(lines[i]!, starts[i]!, owner) }));
  return text
    .map(({ i, text: line }, k) => (k > 0 && text[k - 1]!.i < i - 1 ? `…\n${line}` : line))
    .join('\n');
}

function chosenLines(matches: readonly Match[], lineOf: (word: number) => number): number[] {
  const byLine = new Map<number, Set<number>>();
  for (const { clause, words } of matches) {
    const line = lineOf(words[0]!);
    byLine.set(line, (byLine.get(line) ?? new Set()).add(clause));
  }
  const shown = new Set<number>();
  const covered = new Set<number>();
  for (let n = 0; n < WINDOWS; n++) {
    const gain = (line: number) =>
      new Set([line - 1, line, line + 1].flatMap((i) => [...(byLine.get(i) ?? [])])).difference(covered).size;
    const best = [...byLine.keys()].sort((a, b) => gain(b) - gain(a) || a - b)[0]!;
    if (n > 0 && gain(best) === 0) break;
    for (const line of [best - 1, best, best + 1]) {
      shown.add(line);
      for (const clause of byLine.get(line) ?? []) covered.add(clause);
    }
  }
  return [...shown].sort((a, b) => a - b);
}

function lineText({ words }: TextLine, first: number, owner: ReadonlyMap<number, Match>): string {
  const marked = words.map((_, i) => i).filter((i) => owner.has(first + i));
  const anchors = marked.length > 0 ? marked : [0];
  const near = (i: number) => anchors.some((anchor) => Math.abs(anchor - i) <= WORDS_AROUND);
  let line = '';
  let before: Match | undefined;
  let skipped = false;
  words.forEach(({ text }, i) => {
    if (!near(i)) {
      skipped = true;
      return;
    }
    const match = owner.get(first + i);
    const next = owner.get(first + i + 1);
    const [lead, core, tail] = trimmed(text);
    const space = line === '' && !skipped ? '' : skipped ? (line === '' ? '… ' : ' … ') : ' ';
    const opens = match !== undefined && match !== before;
    const closes = match !== undefined && (match !== next || i === words.length - 1);
    line += space + (opens ? lead + MARK.open : lead) + core + (closes ? MARK.close + tail : tail);
    before = match;
    skipped = false;
  });
  return skipped ? `${line} …` : line;
}

// Punctuation stays outside the mark; control characters, the marks among them, are not for show.
function trimmed(text: string): [lead: string, core: string, tail: string] {
  const plain = text.replace(/\p{Cc}/gu, '');
  const cut = plain.length > LONGEST_WORD ? `${plain.slice(0, LONGEST_WORD)}…` : plain;
  const [, lead = '', core = '', tail = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(cut) ?? [];
  return [lead, core, tail];
}
