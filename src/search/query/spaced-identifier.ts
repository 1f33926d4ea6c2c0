import { hasDigit } from '../words/tokens.ts';
import { NUMBER_LABELS, STOP_WORDS } from './stop-words.ts';

/** A part of a query between spaces or quotes. */
export interface Piece {
  readonly text: string;
  readonly terms: readonly string[];
  readonly not: boolean;
  readonly quoted: boolean;
  readonly prefix: boolean;
}

// Initials of offices run to five letters (SEDUE, DOPYJ); beyond, a word before a number is a word.
const LONGEST_INITIALS = 5;

/**
 * Joins initials, number and year typed with spaces into one identifier, so that `sa 123 1987` finds `SA/0123/1987`
 * and not a page that has the three apart.
 */
export function joinIdentifiers(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const run = runFrom(pieces, i);
    joined.push(run.length > 1 ? together(run) : pieces[i]!);
    i += Math.max(run.length, 1) - 1;
  }
  return joined;
}

function runFrom(pieces: readonly Piece[], start: number): readonly Piece[] {
  if (!opens(pieces[start]!)) return [];
  let end = start + 1;
  while (end < pieces.length && plain(pieces[end]!) && /^\d/.test(pieces[end]!.terms[0]!)) end++;
  const run = pieces.slice(start, end);
  const numbers = run.flatMap((piece) => piece.terms.filter(hasDigit));
  return numbers.length >= 2 && /(?<!\d)(?:19|20)?\d\d$/.test(run.at(-1)!.text) ? run : [];
}

function opens(piece: Piece): boolean {
  const [first] = piece.terms as [string];
  if (!plain(piece) || /^\d/.test(first)) return false;
  if (piece.terms.length > 1) return piece.terms.filter(hasDigit).length === 1;
  const word = NUMBER_LABELS.has(first) || STOP_WORDS.has(first) || hasDigit(first);
  return !word && first.length <= LONGEST_INITIALS;
}

const plain = (piece: Piece) => !piece.quoted && !piece.prefix;

const together = (run: readonly Piece[]): Piece => ({
  ...run[0]!,
  text: run.map((piece) => piece.text).join(' '),
  terms: run.flatMap((piece) => piece.terms),
});
