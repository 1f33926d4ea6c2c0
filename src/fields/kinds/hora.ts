import type { Kind } from './kind.ts';

/** A time of day, `HH:MM`. */
export const hora: Kind<string> = {
  name: 'hora',
  accepted: 'hours and minutes: 17:30',
  parse: (text) =>
    /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text)
      ? { value: text.padStart(5, '0') }
      : { problem: 'no time of day' },
  print: (value) => value,
  essence: (value) => [value],
  exact: true,
};
