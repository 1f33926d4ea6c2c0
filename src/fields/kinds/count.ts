import type { Kind } from './kind.ts';

/** How many there are of something. */
export const count: Kind<number> = {
  name: 'count',
  accepted: 'a whole number from 0 to 99999',
  parse: (text) => (/^\d{1,5}$/.test(text) ? { value: Number(text) } : { problem: 'no whole number' }),
  print: String,
  essence: (value) => [value],
  exact: true,
};
