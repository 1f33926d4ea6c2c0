// What is taken for what: one table, that extraction asks of what was read and search of what is looked for.

/**
 * Usual ones are believed by themselves where only the other can stand (`EC0` among letters is `ECO`). Others only where something else tells that a sign is
 * wrong: a typewriter's cells that are fewer than the letters, a name in which no digit stands.
 */
export type Cost = 1 | 2;

/** By the engine, a digit for a letter or the reverse (dossier §1.7). Of the letters of a digit, the first is what it is turned into. */
const DIGITS: Readonly<Record<string, readonly [usual: string, others: string]>> = {
  0: ['oqd', 'c'],
  1: ['il|!', ''],
  2: ['z', ''],
  // Typewritten 3s come as 35 or 53: seven times on 126 generated pages.
  3: ['', '5'],
  4: ['', 'a'],
  5: ['s', '$b8'],
  6: ['g', ''],
  7: ['', 't'],
  8: ['b', 's$'],
};

/** By the engine, one letter or two for another (dossier §1.7). */
const SHAPES = 'n|ñ m|rn m|nn cl|d ii|u vv|w h|li n|ri c|e e|o c|o f|t i|l';
/** By people who write as they hear. */
const SOUNDS = 'c|s c|z s|z b|v g|j j|x i|y ll|y c|k h|';

const COSTS = new Map<string, Cost>();
for (const [digit, [usual, others]] of Object.entries(DIGITS)) {
  for (const sign of usual) learn(digit, sign, 1);
  for (const sign of others) learn(digit, sign, 2);
}
for (const pair of `${SHAPES} ${SOUNDS}`.split(' ')) {
  const at = pair.lastIndexOf('|');
  learn(pair.slice(0, at), pair.slice(at + 1), 1);
}

function learn(a: string, b: string, cost: Cost): void {
  COSTS.set(`${a} ${b}`, cost).set(`${b} ${a}`, cost);
}

/** What it costs to take small letters or digits for others; null where nobody does. Nothing for a letter is one that was left out. */
export const confusionCost = (a: string, b: string): Cost | null => COSTS.get(`${a} ${b}`) ?? null;

/** The digit that a capital or a sign is usually read for; null where it is none of them. */
export const digitFor = (sign: string): string | null => DIGIT_OF.get(sign) ?? null;

/** The capital that a digit is read for; null where it is none. */
export const letterFor = (digit: string): string | null => LETTER_OF.get(digit) ?? null;

const DIGIT_OF = new Map(
  Object.entries(DIGITS).flatMap(([digit, [usual]]) =>
    [...usual.toUpperCase()].map((sign) => [sign, digit] as const),
  ),
);
const LETTER_OF = new Map(
  Object.entries(DIGITS).flatMap(([digit, all]) => {
    const letter = /[a-z]/.exec(all.join(''))?.[0];
    return letter ? [[digit, letter.toUpperCase()] as const] : [];
  }),
);

/** Whether of two signs that stand together one may be the other, read again: `I` and `L` are both read for a 1. */
export function areAlike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one in DIGITS || other in DIGITS) return confusionCost(one, other) !== null;
  return Object.keys(DIGITS).some(
    (digit) => confusionCost(one, digit) !== null && confusionCost(other, digit) !== null,
  );
}
