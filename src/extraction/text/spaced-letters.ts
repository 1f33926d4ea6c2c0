import { median, rightOf } from '../../model/boxes.ts';
import type { Word } from '../../model/document.ts';

// Three single letters may be initials; four are a word set wide (`M E S A`).
const FEWEST_LETTERS = 4;
// Between letters of one word the gap is even; between two words it is at least half as wide again.
const WORD_GAP = 1.5;

const isLetter = (word: Word): boolean => /^[\p{L}\d][.,:]?$/u.test(word.text);

/** Groups the words of a line so that letter-spaced words (`P R E S E N T E`) are one group each. */
export function joinSpacedLetters(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    while (end < words.length && isLetter(words[end]!)) end++;
    if (end - i >= FEWEST_LETTERS) {
      groups.push(...byGap(words.slice(i, end)));
      i = end;
    } else {
      groups.push([words[i]!]);
      i++;
    }
  }
  return groups;
}

function byGap(letters: readonly Word[]): Word[][] {
  const gaps = letters.slice(1).map((word, i) => word.upright.x - rightOf(letters[i]!.upright));
  const usual = Math.max(median(gaps), 1);
  const groups: Word[][] = [[letters[0]!]];
  letters.slice(1).forEach((word, i) => {
    if (gaps[i]! > usual * WORD_GAP) groups.push([word]);
    else groups.at(-1)!.push(word);
  });
  return groups;
}
