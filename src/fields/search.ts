// Usual ways in which a value is found.
import type { Persona } from '../model/document.ts';
import type { Search } from './definition.ts';

/** By its words. */
export const inWords = { as: 'words', texts: (value: string) => [value] } satisfies Search<string>;

/** By the noun that people put before it, or alone: `caja 12`, `0345`. */
export const numbered = (noun: string) =>
  ({ as: 'number', texts: (value: string | number) => [`${noun} ${value}`, String(value)] }) satisfies Search<
    string | number
  >;

/** A person by title, name and post. */
export const inPersona = {
  as: 'words',
  texts: ({ titulo, nombre, cargo }: Persona) => [
    [titulo, nombre, cargo].filter((part) => part !== null).join(' '),
  ],
} satisfies Search<Persona>;
