import type { Description } from '../../model/document.ts';
import { placeKey } from '../words/place-key.ts';

const PLACES = ['fondo', 'seccion', 'serie', 'subserie', 'expediente'] as const;
const LONGEST_NUMBER = 12;

/**
 * Sorts a document by the place of its expediente, numbers by value, ñ after n; null where it has none. Documents of one
 * expediente have one key, so that whoever reads the list in this order has an expediente together.
 */
export function sortedPlace(description: Description | undefined): string | null {
  if (!description?.expediente?.value) return null;
  return PLACES.map((name) => sortable(description[name]?.value ?? '')).join('|');
}

/** The places of a fondo are between these two. */
export const placesOfFondo = (fondo: string): readonly [from: string, before: string] => [
  `${sortable(fondo)}|`,
  `${sortable(fondo)}}`,
];

const sortable = (name: string): string =>
  placeKey(name)
    .replaceAll('ñ', 'n\u007f')
    .replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, '0'));

/** Numbers compared one by one, as a text that sorts the same. */
export const sortedRank = (rank: readonly number[]): string =>
  rank
    .map((value) =>
      Math.round((value + 1_000_000) * 1000)
        .toString()
        .padStart(10, '0'),
    )
    .join('');
