import { areAlike } from '../../model/confusions.ts';
import { lettersTooMany } from './cells.ts';
import type { Passage } from './flow.ts';
import { fold } from './fold.ts';

/** What a code says when one of its letters is left out that was read twice, likeliest first; empty where no letter was. */
export function withoutTwice(code: string): string[] {
  const folded = fold(code);
  const without = (at: number) => code.slice(0, at) + code.slice(at + 1);
  // A speck beside a letter is none.
  const speck = /(?<=[A-ZÑ0-9])[^\sA-ZÑ0-9/.\-_&,](?=[A-ZÑ0-9/.-])/.exec(folded);
  if (speck) return [without(speck.index)];
  const unlike = [...folded].flatMap((letter, at) => {
    const next = folded[at + 1];
    return next !== undefined && next !== letter && areAlike(letter, next) ? [at] : [];
  });
  if (unlike.length === 1) {
    const at = unlike[0]!;
    const [first, second] = [without(at + 1), without(at)];
    // Of 35 and 53 the 3 was typed: seven times on 126 generated pages.
    if (/35|53/.test(folded.slice(at, at + 2))) return folded[at] === '3' ? [first, second] : [second, first];
    const letterFirst = /[A-Z]/.test(folded[at]!);
    return isOfLetters(folded, at) === letterFirst ? [first, second] : [second, first];
  }
  const alike = [...folded].flatMap((letter, at) =>
    /\w/.test(letter) && letter === folded[at + 1] ? [at] : [],
  );
  return unlike.length === 0 && alike.length === 1 ? [without(alike[0]!)] : [];
}

/** Whether the signs around a pair make it letters: up to a year they count, and alone a letter is read as a digit more often than the reverse. */
function isOfLetters(folded: string, at: number): boolean {
  const before = /[A-ZÑ0-9]*$/.exec(folded.slice(0, at))![0];
  const after = /^[A-ZÑ0-9]*/.exec(folded.slice(at + 2))![0].replace(/^(?:19|20)\d\d$/, '');
  const around = before.replace(/0/g, '') + after;
  return (around.match(/\d/g) ?? []).length <= (around.match(/[A-ZÑ]/g) ?? []).length;
}

/** A passage held against the cells of its page. `readings` of `raw`, likeliest first, where one letter is too many. */
export interface Counted {
  readonly readings: readonly string[];
  /** Whether the letters read are as many as the cells, as far as boxes tell. */
  readonly agrees: boolean;
}

/** Counts the letters of a passage. `cell` is that of its page, null where it is printed. */
export function counted(seen: Passage, raw: string, cell: number | null): Counted {
  const words = cell === null ? [] : seen.tokens.flatMap((token) => token.words);
  const off = words.flatMap((word) => {
    const surplus = lettersTooMany(word, cell!) ?? 0;
    return surplus === 0 ? [] : [{ text: word.text.replace(/^[.,:;]+|[.,:;]+$/g, ''), surplus }];
  });
  if (off.length === 0) return { readings: [raw], agrees: true };
  const [{ text, surplus }] = off as [(typeof off)[0]];
  const readings =
    off.length === 1 && surplus === 1 && raw.includes(text)
      ? withoutTwice(text).map((reading) => raw.replace(text, () => reading))
      : [];
  return { readings: readings.length > 0 ? readings : [raw], agrees: false };
}
