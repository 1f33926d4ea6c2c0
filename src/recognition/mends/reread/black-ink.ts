import type { Mend, ReadAgain, Reading } from '../mend.ts';

export const blackInk: Mend = {
  name: 'black-ink',
  why: 'On a stained sheet with a few words there is more dirt than ink, and the page is cleaned by its dirt.',
  apply: readBlack,
};

/** A page on which nothing was read is cleaned again by its black ink alone, and read. */
async function readBlack(reading: Reading, again: ReadAgain): Promise<Reading> {
  const { lines, page } = reading;
  if (lines.length > 0 || page.byBlackInk === null) return reading;
  const black = await again(await page.byBlackInk());
  return black.lines.length > 0 ? black : reading;
}
