import { isNear } from './near.ts';

const LINKS = new Set([
  'DE',
  'DEL',
  'MES',
  'DIA',
  'DIAS',
  'ANO',
  'AÑO',
  'EL',
  ',',
  '.',
  // Specks that a scan leaves between the words.
  ':',
  ';',
  '-',
  '/',
  'º',
  '_',
  '"',
  "'",
]);

/** Whether a lexeme only joins the parts of a date: `de`, `del`, `mes`, `año`, a sign; one wrong letter is forgiven. */
export const isDateLink = (text: string): boolean =>
  LINKS.has(text) ||
  (/^[A-ZÑ][A-ZÑ1]{0,3}$/.test(text) &&
    (isNear(text, 'DE') ||
      (text.length > 1 && (isNear(text, 'DEL') || isNear(text, 'MES'))) ||
      isNear(text, 'DIAS')));
