import { identifierForms } from '../words/identifier.ts';
import { hasDigit, tokensOf, unspaced } from '../words/tokens.ts';
import { joinIdentifiers, type Piece } from './spaced-identifier.ts';
import { STOP_WORDS } from './stop-words.ts';
import { SHORTEST_TYPO } from './typo.ts';

/** Something that must be on the page: any of its forms, each a run of adjacent terms, the first as typed. */
export interface Clause {
  readonly forms: readonly (readonly string[])[];
  /** The last term of each form is only the beginning of a word. */
  readonly prefix: boolean;
  /** Whether the other number (singular, plural) will do. */
  readonly inflect: boolean;
  /** Whether one slip of the pen may be assumed. */
  readonly typo: boolean;
}

export interface ParsedQuery {
  readonly must: readonly Clause[];
  readonly not: readonly Clause[];
  /** Every wanted term in the order typed, stop words included: pages that say just this come first. */
  readonly typed: readonly string[];
}

// A pasted paragraph: what goes beyond would only narrow further.
const MOST_CLAUSES = 64;
const LEXEME = /(?<not>(?<=^|\s)-)?"(?<phrase>[^"]*)"|(?<bare>[^\s"]+)/gu;
const SPLIT = /(?<!\d),|,(?!\d)|[;:()[\]{}|]/u;

/**
 * Reads what a person typed. Never throws: what is no syntax is text. `"a phrase"`, `begin*`, `-without`; a word
 * with separators and digits in it (`SA/123/87`), or initials, number and year in a row, is one identifier.
 */
export function parseQuery(text: string): ParsedQuery {
  const pieces = piecesOf(text);
  const wanted = joinIdentifiers(pieces.filter((piece) => !piece.not));
  const must = wanted.map((piece, i) => clauseOf(piece, wanted[i + 1]));
  const strong = must.filter((clause) => !isStopWord(clause));
  if (must.length === 0)
    return { must: pieces.map((piece) => clauseOf(piece)).slice(0, MOST_CLAUSES), not: [], typed: [] };
  return {
    must: (strong.length > 0 ? strong : must).slice(0, MOST_CLAUSES),
    not: pieces
      .filter((piece) => piece.not)
      .map((piece) => clauseOf(piece))
      .slice(0, MOST_CLAUSES),
    typed: wanted.flatMap((piece) => piece.terms),
  };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { groups } of unspaced(text.replace(/[“”„«»″]/g, '"')).matchAll(LEXEME)) {
    const { not, phrase, bare = '' } = groups as { not?: string; phrase?: string; bare?: string };
    if (phrase !== undefined) add(pieces, phrase, { not: not !== undefined, quoted: true });
    else
      for (const part of bare.split(SPLIT)) add(pieces, part, { not: /^-[^-\s]/u.test(part), quoted: false });
  }
  return pieces;
}

function add(pieces: Piece[], text: string, { not, quoted }: { not: boolean; quoted: boolean }): void {
  const terms = tokensOf(text);
  const prefix = !quoted && text.endsWith('*') && (terms.at(-1)?.length ?? 0) > 1;
  if (terms.length > 0) pieces.push({ text, terms, not, quoted, prefix });
}

function clauseOf({ text, terms, quoted, prefix }: Piece, next?: Piece): Clause {
  const word = terms.length === 1 && !quoted && !prefix && !hasDigit(terms[0]!);
  if (!word) {
    const forms = quoted || prefix || !terms.some(hasDigit) ? [terms] : identifierForms(text);
    return { forms, prefix, inflect: false, typo: false };
  }
  const length = terms[0]!.length;
  const initials = length <= 6 && next !== undefined && hasDigit(next.terms[0]!); // `sedue 14`: exact
  return { forms: [terms], prefix: false, inflect: true, typo: length >= SHORTEST_TYPO && !initials };
}

const isStopWord = ({ forms, inflect }: Clause) => inflect && STOP_WORDS.has(forms[0]![0]!);
