import { hasDigit, tokensOf } from './tokens.ts';

// Two digits are a year of this or the last century: up to 35 is 20xx (domain: pivot for two-digit years).
const PIVOT = 35;

/**
 * The ways in which an identifier may stand on paper, first as typed: the year in two or four digits, letters
 * and digits glued or apart. Every one is matched whole and exactly.
 */
export function identifierForms(text: string): string[][] {
  const terms = tokensOf(text);
  const last = text.match(/\d+(?=\D*$)/)?.[0] ?? '';
  const year =
    terms.filter(hasDigit).length > 1 && terms.at(-1) === tokensOf(last)[0] ? otherYear(last) : null;
  const forms = [terms, ...(year === null ? [] : [[...terms.slice(0, -1), year]])];
  return [...forms, ...forms.map(unglued).filter((form, i) => form.length > forms[i]!.length)];
}

function otherYear(year: string): string | null {
  const short = Number(year.slice(-2));
  const long = String(short <= PIVOT ? 2000 + short : 1900 + short);
  if (year.length === 2) return long;
  return year === long ? String(short) : null;
}

/** `transp2022` → `transp`, `2022`. A lone `a4` stays whole: as `a 4` it would be in every date. */
export function unglued(terms: readonly string[]): string[] {
  return terms.flatMap((term) => {
    const parts = term.match(/\p{L}+|\p{N}+/gu) ?? [term];
    const whole = parts.length > 4 || (terms.length === 1 && parts.some((part) => part.length < 2));
    return whole ? [term] : parts.flatMap((part) => tokensOf(part));
  });
}
