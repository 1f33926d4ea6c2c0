import { asLetters } from '../text/fold.ts';
import { isNear } from '../text/near.ts';

/** A label of a number inside a folded text, and what it calls the document. */
export interface NumberLabel {
  /** `OFICIO`, `MEMORANDUM`, …; null for a bare `No.`. */
  readonly kind: string | null;
  readonly start: number;
  readonly end: number;
}

const NO =
  '(?:N[UO]M(?:ERO|EROS|[A-Z](?=[\\s.:]))?\\b[.:]?|NM[.:]|NUN[.:]|N[O0º][.,º*_]{0,3}(?![A-ZÑ])|N[E9](?=\\s\\d)|N[.*"%?^~]{1,2}_?(?![A-ZÑ])|N(?=\\s\\d)|#)';
// OCR confusions of the letters of each word (dossier §1.7); one per word is usual.
const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  ['OFICIO CIRCULAR', '[O0Q]F[I1L|T]C[I1L|T][O0Q]\\s?-?\\s?C[I1L|]RCULAR'],
  ['OFICIO', '(?:[O0Q]F[I1L|T]C[I1L|T][O0Q]S?|[O0]F[.,:](?!\\s?(?:MAYOR|COMUN))|[O0]F(?=\\s(?:N|\\d)))'],
  ['MEMORANDUM', '(?:MEM[O0]RAN?D(?:UM|O|UN|A)|MEMO\\.?)(?:\\sINTERNO)?'],
  ['CIRCULAR', 'C[I1L|]RCULAR'],
  ['ACUERDO', 'ACUERDO'],
  ['EXHORTO', 'EXHORTO'],
  ['NOTA INFORMATIVA', 'NOTA\\sINFORMATIVA'],
  ['TARJETA INFORMATIVA', 'TARJETA\\sINFORMATIVA'],
  ['VOLANTE', 'VOLANTE'],
  ['LICENCIA', 'L[I1]CENC[I1]A'],
  ['PERMISO', 'PERM[I1]SO'],
  ['CONSTANCIA', 'CONSTANC[I1]A'],
  ['RECIBO', 'REC[I1]B[O0](?:\\s[O0]F[I1L|]C[I1L|]?AL)?'],
  ['FOLIO', 'F[O0]L[I1][O0]'],
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
    const end = match.index + match[0].length;
    const rest = named === undefined ? null : NUMBER_WORD_LEFT.exec(folded.slice(end));
    labels.push({ kind, start: match.index, end: end + (rest?.[0].length ?? 0) });
  }
  if (labels.some(({ kind, start }) => kind !== null && start <= LEAD_IN)) return labels;
  const misread = misreadLabel(folded);
  return misread ? [misread, ...labels] : labels;
}

// `LICENCIA MUM.:` with its number in another column: no number, but the word for it.
const NUMBER_WORD_LEFT = /^\s?[A-ZÑ]{1,6}[.,:º]{1,3}\s{0,2}$/;

// `NUM. DE OFICIO`, `NO. DE LICENCIA`: where the name of the paper may stand in its line.
const LEAD_IN = 4;
const FIRST_WORDS = /^[^A-ZÑ0-9]{0,3}(?:(?:N\S{0,6}|MM?ERO)\s(?:(?:DEL?|D|E)\s)?)?(\S{4,13})(?=[\s:])/;
const NUMBER_AFTER = /^[\s:]{0,3}(?:N[A-ZÑ0-9º]{0,6}[.,:º]{1,3}|NUMERO|[A-ZÑ][.,]:?|\W)?[\s:]{0,2}/;
const MISREAD_KINDS = ['OFICIO', 'MEMORANDUM', 'CIRCULAR', 'LICENCIA', 'PERMISO', 'RECIBO'];

/** A label at the start of a line with a letter wrong: `NUMERO DE FICIO`, `LICFNCIA NÚM.`, `NUERO DEL OFICIO`. */
function misreadLabel(folded: string): NumberLabel | undefined {
  const match = FIRST_WORDS.exec(folded.slice(0, 40));
  if (!match) return undefined;
  const letters = asLetters(match[1]!).replace(/[^A-ZÑ]/g, '');
  const kind = MISREAD_KINDS.find((name) => isNear(name, letters));
  if (!kind) return undefined;
  const end = match[0].length + (NUMBER_AFTER.exec(folded.slice(match[0].length))?.[0].length ?? 0);
  // Only a number behind it, or a colon at the end, makes it a label, and not a word that looks like one.
  const marked = end === folded.length && /:\s{0,2}$/.test(folded);
  if (!marked && !/^[^A-ZÑ]{0,4}[A-ZÑ]{0,8}[^A-ZÑ\s]{0,2}\d/.test(folded.slice(end))) return undefined;
  return { kind, start: match[0].search(/[A-ZÑ0-9]/), end };
}
