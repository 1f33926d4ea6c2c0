import type { Word } from '../../model/document.ts';

type Spelled = { readonly text: string; readonly words: readonly number[] };

const FEWEST = 4; // `C. P.` and initials stay apart
const WIDE_GAP = 1.6; // times the middle gap of the run: there a new word begins

/** Words of a line with letter-spaced ones (`P R E S E N T E .-`) put together, cut where the gaps widen. */
export function joinLetterSpaced(words: readonly Pick<Word, 'text' | 'box'>[]): Spelled[] {
  const spelled: Spelled[] = [];
  for (let i = 0; i < words.length; ) {
    let end = i;
    while (end < words.length && /^\p{L}$/u.test(words[end]!.text)) end++;
    if (end > i && end < words.length && /^\p{L}[\p{P}]+$/u.test(words[end]!.text)) end++;
    if (end - i >= FEWEST) spelled.push(...cutAtGaps(words, i, end));
    else for (let k = i; k < Math.max(end, i + 1); k++) spelled.push({ text: words[k]!.text, words: [k] });
    i = Math.max(end, i + 1);
  }
  return spelled;
}

function cutAtGaps(words: readonly Pick<Word, 'text' | 'box'>[], start: number, end: number): Spelled[] {
  const gap = (k: number) => words[k]!.box.x - words[k - 1]!.box.x - words[k - 1]!.box.width;
  const gaps = Array.from({ length: end - start - 1 }, (_, k) => gap(start + 1 + k)).sort((a, b) => a - b);
  const limit = Math.max(gaps[gaps.length >> 1]! * WIDE_GAP, 1);
  const spelled: { text: string; words: number[] }[] = [];
  for (let k = start; k < end; k++) {
    if (k === start || gap(k) > limit) spelled.push({ text: '', words: [] });
    const last = spelled.at(-1)!;
    last.text += words[k]!.text;
    last.words.push(k);
  }
  return spelled;
}
