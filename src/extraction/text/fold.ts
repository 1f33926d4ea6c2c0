import { digitFor, letterFor } from '../../model/confusions.ts';

// Folding keeps the length of a string, so that a place in the folded text is the same place in what was read.

const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  // Drawn by a pen or a stamp that runs beside a dash.
  '=': '-',
  '‐': '-',
  '‑': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '´': "'",
  '`': "'",
  '°': 'º',
  '\u00a0': ' ',
  '\t': ' ',
};

function foldUnit(unit: string): string {
  const plain = PLAIN[unit];
  if (plain !== undefined) return plain;
  const upper = unit.toUpperCase();
  if (upper === 'Ñ') return 'Ñ';
  const bare = upper.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.length === 1 ? bare : unit;
}

const cache = new Map<string, string>();

/** Capitals without accents, Ñ kept, dashes and quotes plain. One UTF-16 unit in, one out; expects NFC. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    if (unit >= 'A' && unit <= 'Z') {
      out += unit;
      continue;
    }
    let folded = cache.get(unit);
    if (folded === undefined) {
      folded = foldUnit(unit);
      if (cache.size < 4096) cache.set(unit, folded);
    }
    out += folded;
  }
  return out;
}

/** Only the letters of a folded text: `P R E S E N T E .-` is `PRESENTE`. */
export const lettersOf = (folded: string): string => folded.replace(/[^A-ZÑ]+/g, '');

/** Letters that a scan turns into digits, turned back. For words, never for numbers. */
export const asLetters = (folded: string): string =>
  folded.replace(/[01|!5]/g, (sign) => letterFor(digitFor(sign) ?? sign) ?? sign);

/** Digits that a scan turns into letters, turned back. For places where only a number can stand. */
export const asDigits = (folded: string): string =>
  folded.replace(/[^\p{N}\s]/gu, (sign) => digitFor(sign) ?? sign);
