import { fold } from './fold.ts';

/** `0345`, `345` and `EXP. 345` are one expediente; accents, blanks and capitals tell no two places apart. */
export const placeKey = (text: string): string =>
  fold(text)
    .replace(/^\s*(?:exp(?:ediente)?|caja)[\s.:#-]+(?=\S)/, '')
    .replace(/[^a-zñ0-9]+/g, ' ')
    .replace(/\b0+(?=\d)/g, '')
    .trim();
