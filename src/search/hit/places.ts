import type { Box } from '../../model/document.ts';
import type { FieldText } from '../page/field-texts.ts';
import { type PageToken, pageTokens, type TextLine } from '../page/page-tokens.ts';
import type { Alternative } from '../query/plan.ts';
import { BREAK } from '../words/tokens.ts';
import { type Match, matchesOf } from './match.ts';
import { snippetOf } from './snippet.ts';

type Clauses = readonly (readonly Alternative[])[];

const BREAK_TOKEN: PageToken = { term: BREAK, words: [] };
const NOTHING: TextLine = { block: -1, words: [] };
const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Where the clauses stand on a page: text with marks, and the boxes of the words in reading order. What the page
 * does not say itself is shown by the value of the record that says it, at its evidence.
 */
export function placesOf(
  page: { readonly lines: readonly TextLine[]; readonly fields: readonly FieldText[] },
  clauses: Clauses,
): { snippet: string; boxes: Box[] } {
  const lines = [...page.lines];
  const matches = bodyMatches(lines, clauses);
  const boxes = boxesOf(lines, matches);
  let next = lines.reduce((sum, { words }) => sum + words.length, 0);
  for (const field of page.fields) {
    const unseen = clauses.map((clause, i) => (matches.some((match) => match.clause === i) ? [] : clause));
    const line = {
      block: -1,
      words: field.text.split(/\s+/u).map((text) => ({ text, box: field.box ?? NOWHERE })),
    };
    const found = fieldMatches(field, line, unseen);
    if (found.length === 0) continue;
    matches.push(...found.map(({ clause, words }) => ({ clause, words: words.map((word) => word + next) })));
    lines.push(NOTHING, line); // the empty line keeps the text next to it out of the snippet
    next += line.words.length;
    if (field.box !== null) boxes.push(field.box);
  }
  return { snippet: snippetOf(lines, matches), boxes };
}

function bodyMatches(lines: readonly TextLine[], clauses: Clauses): Match[] {
  const { tokens, halves } = pageTokens(lines);
  return matchesOf([...tokens, ...halves.flatMap((half) => [BREAK_TOKEN, half])], clauses);
}

// A form that the text does not spell (the key of a number, a date in words) stands for all of it.
function fieldMatches({ forms }: FieldText, line: TextLine, clauses: Clauses): Match[] {
  const inText = matchesOf(pageTokens([line]).tokens, clauses);
  const everyWord = line.words.map((_, i) => i);
  const terms = forms.flatMap((form) => [...form.map((term) => ({ term, words: everyWord })), BREAK_TOKEN]);
  const elsewhere = matchesOf(terms, clauses).filter(({ clause }) =>
    inText.every((match) => match.clause !== clause),
  );
  return [...inText, ...elsewhere.map(({ clause }) => ({ clause, words: everyWord }))];
}

function boxesOf(lines: readonly TextLine[], matches: readonly Match[]): Box[] {
  const words = lines.flatMap((line) => line.words);
  const matched = new Set(matches.flatMap((match) => match.words));
  return [...matched].sort((a, b) => a - b).map((word) => words[word]!.box);
}
