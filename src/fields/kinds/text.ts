import type { Kind } from './kind.ts';

/** Words, as they stand. */
export const text: Kind<string> = {
  name: 'text',
  accepted: 'any text on one line, up to 2000 characters',
  parse: (value) => ({ value }),
  print: (value) => value,
  essence: (value) => [value],
  exact: false,
};

/** A text of which every sign counts: the number of a file, a folio. */
export const code: Kind<string> = {
  ...text,
  essence: (value) => [value.replace(/\s/g, '').toUpperCase()],
  exact: true,
};
