import { isNear } from '../text/near.ts';

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
  '¿',
  '«',
  '»',
]);

/** Whether a lexeme only joins the parts of a date: `de`, `del`, `mes`, `año`, a sign; one wrong letter is forgiven. */
export const isDateLink = (read: string): boolean => {
  // `cle`, `clías`: a d that fell apart.
  const text = read.replace('CL', 'D');
  return LINKS.has(text) || isNearlyLink(text);
};

const isNearlyLink = (text: string): boolean =>
  /^[A-ZÑ][A-ZÑ1]{0,4}$/.test(text) &&
  (isNear(text, 'DE') ||
    (text.length > 1 && (isNear(text, 'DEL') || isNear(text, 'MES'))) ||
    isNear(text, 'DIAS'));
