/** A label of a number inside a folded text, and what it calls the document. */
export interface NumberLabel {
  /** `OFICIO`, `MEMORANDUM`, …; null for a bare `No.`. */
  readonly kind: string | null;
  readonly start: number;
  readonly end: number;
}

const NO = '(?:N[UO]M(?:ERO|EROS)?\\b[.:]?|N[O0º][.,º*_]{0,3}(?![A-ZÑ])|N[.*][_.]?(?![A-ZÑ])|N(?=\\s\\d)|#)';
// OCR confusions of the letters of each word (dossier §1.7); one per word is usual.
const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  ['OFICIO CIRCULAR', '[O0Q]F[I1L|T]C[I1L|T][O0Q]\\s?-?\\s?C[I1L|]RCULAR'],
  ['OFICIO', '(?:[O0Q]F[I1L|T]C[I1L|T][O0Q]S?|[O0]F[.,:](?!\\s?(?:MAYOR|COMUN))|[O0]F(?=\\s(?:N|\\d)))'],
  ['MEMORANDUM', 'MEM[O0]RAN?D(?:UM|O|UN|A)|MEMO\\.?'],
  ['CIRCULAR', 'C[I1L|]RCULAR'],
  ['ACUERDO', 'ACUERDO'],
  ['EXHORTO', 'EXHORTO'],
  ['NOTA INFORMATIVA', 'NOTA\\sINFORMATIVA'],
  ['TARJETA INFORMATIVA', 'TARJETA\\sINFORMATIVA'],
  ['VOLANTE', 'VOLANTE'],
  ['LICENCIA', 'L[I1]CENC[I1]A'],
  ['PERMISO', 'PERM[I1]SO'],
  ['CONSTANCIA', 'CONSTANC[I1]A'],
  ['RECIBO', 'REC[I1]B[O0]'],
];
const KIND = `(?:${KINDS.map(([, pattern]) => pattern).join('|')})`;
const LABEL = new RegExp(
  `(?<![A-ZÑ0-9])(?:${NO}\\s?(?:DEL?\\s)?(${KIND})(?:\\s?${NO})?|(${KIND})\\s?(?:DE\\s)?(?:${NO})?|(${NO}))(?![A-ZÑ])`,
  'g',
);
const MATCHERS = KINDS.map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`)] as const);

/** Every label of a number in a folded line: `NO. DE OFICIO`, `Of. Nº`, `OFIClO N0.`, `Núm.`. */
export function numberLabels(folded: string): NumberLabel[] {
  const labels: NumberLabel[] = [];
  for (const match of folded.matchAll(LABEL)) {
    const named = match[1] ?? match[2];
    const kind =
      named === undefined ? null : (MATCHERS.find(([, matcher]) => matcher.test(named))?.[0] ?? null);
    labels.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return labels;
}
