// The text of each page in the archive, in the standard that libraries and archives exchange: ALTO 4.4.
export { readAlto } from './read.ts';
export { writeAlto } from './write.ts';

/** Where the text of page `number` lies in its OCFL object. */
export const altoPath = (number: number): string => `alto/${String(number).padStart(4, '0')}.xml`;
