import type { NumeroOficio } from '../../model/document.ts';
import { fullYear } from '../dates/calendar.ts';
import { asDigits, fold } from '../text/fold.ts';

const YEAR = /^(?:19\d{2}|20[0-4]\d)$/;
const GLUED_YEAR = /^[A-ZÑ]{1,12}((?:19|20)\d{2})$/;

/** Takes a number apart (dossier §1.4). `raw` is the number as read, `kind` what its label calls it. */
export function numeroParts(raw: string, kind: string | null): NumeroOficio {
  const plain = fold(raw.normalize('NFC').slice(0, 120))
    .replace(/[:;,'*^]?\s{0,4}([/.\-_~])[:;,'*^]?\s{0,4}/g, '$1')
    .replace(/,(?=\d{1,2}\/)/, '.')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=[A-ZÑ0-9])['*^"](?=[A-ZÑ0-9])/g, (sign, at: number, whole: string) =>
      sign === '"' && /^"[A-ZÑ0-9]{1,4}"/.test(whole.slice(at)) ? sign : '',
    )
    .replace(/\s[B8][I1]S$/, ' BIS')
    .replace(/[$§](?=[A-ZÑ])|(?<=[A-ZÑ])[$§]/g, 'S')
    // A speck inside the year: `/19.89`.
    .replace(/(?<=[/-])(19|20)\.(\d\d)$/, '$1$2')
    .trim();
  const tokens = repaired(plain.split(/[/.\-_~\s"()]+/).filter((token) => token !== ''));
  // `Núm. 1923 Bis` counts letters; a year stands beside what was counted in it.
  const counted = tokens.filter((token) => /\d/.test(token)).length > 1;
  let yearAt = counted ? tokens.findLastIndex((token) => YEAR.test(token)) : -1;
  let anio = yearAt >= 0 ? Number(tokens[yearAt]) : null;
  if (anio === null) {
    yearAt = tokens.findIndex((token) => GLUED_YEAR.test(token));
    if (yearAt >= 0) anio = Number(tokens[yearAt]!.slice(-4));
  }
  if (anio === null && tokens.length > 1 && /\/\d{2}$/.test(plain)) {
    yearAt = tokens.length - 1;
    anio = fullYear(Number(tokens[yearAt]));
  }
  // `214/966`: typists left the thousand out.
  if (anio === null && /^\d+\/9[1-9]\d$/.test(plain)) {
    yearAt = 1;
    anio = 1000 + Number(tokens[yearAt]);
  }
  const siglas = tokens.filter((token) => /[A-ZÑ]/.test(token)).join('/');
  const key = tokens.map((token) => (/^\d+$/.test(token) ? token.replace(/^0+(?=\d)/, '') : token)).join('|');
  return { raw, kind, siglas: siglas || null, consecutivo: consecutivoOf(tokens, yearAt), anio, key };
}

/** The numeric token beside the year, else the longest one. */
function consecutivoOf(tokens: readonly string[], yearAt: number): number | null {
  const numeric = tokens
    .map((token, at) => ({ token, at }))
    .filter(({ token, at }) => at !== yearAt && /^\d{1,7}[A-Z]?$/.test(token));
  const beside = yearAt < 0 ? [] : numeric.filter(({ at }) => Math.abs(at - yearAt) === 1);
  const chosen =
    beside.at(-1) ??
    numeric.reduce<(typeof numeric)[number] | undefined>(
      (longest, next) => (longest && longest.token.length > next.token.length ? longest : next),
      undefined,
    );
  return chosen ? Number.parseInt(chosen.token, 10) : null;
}

const LETTERS_AND_YEAR = /^([A-ZÑ]*0[A-ZÑ0]*)((?:19|20)\d\d)?$/;

/** Letters read for digits, put right only in tokens that can be nothing but a number or a year. */
function repaired(tokens: readonly string[]): string[] {
  return tokens.map((token, at) => {
    if (at === tokens.length - 1 && /^[12IL|]/.test(token) && /\d.?\d/.test(token)) {
      const year = asDigits(token);
      if (token.length === 4 && YEAR.test(year)) return year;
    }
    // A nought among letters and no other digit but those of a year is an O: `EC0`, `0S`, `0S1992`.
    const [, letters, year] = LETTERS_AND_YEAR.exec(token) ?? [];
    if (letters && /[A-HJ-NPR-ZÑ]/.test(letters)) return letters.replaceAll('0', 'O') + (year ?? '');
    // A letter between two digits is a digit.
    if (/\d[OQILSZBG|!]\d/.test(token)) return betweenDigits(token);
    // A roman month between number and year.
    if (/^[IVXL1|]{2,5}$/.test(token) && /[VX]/.test(token)) return token.replace(/[L1|]/g, 'I');
    return /^[0-9OQIL|!]{2,7}$/.test(token) && /\d/.test(token) ? asDigits(token) : token;
  });
}

/** `4B6` is 486: between digits of one token no number has a letter. Accents and case stay. */
export const betweenDigits = (text: string): string =>
  text.replace(/(?<=\d)[OQILSZBG|!oqilszbg](?=\d)/g, (letter) => asDigits(fold(letter)));
