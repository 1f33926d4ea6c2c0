/** Lower case without accents, ñ kept: the form in which words are indexed and asked for. */
export const fold = (text: string): string =>
  text
    .replace(/[ºª°]/g, ' ') // NFKD would glue them on as letters: `Nº` → `no`, `1º` → `1o`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/n\u0303/g, 'ñ')
    .replace(/\p{M}/gu, '');

/** The same with ñ as n, for those who type or print without it. */
export const foldEnye = (term: string): string => term.replaceAll('ñ', 'n');
