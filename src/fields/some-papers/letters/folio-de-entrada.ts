import { datesIn } from '../../../extraction/dates/dates.ts';
import { numberAt } from '../../../extraction/numbers/numero-grammar.ts';
import { betweenDigits } from '../../../extraction/numbers/numero-parts.ts';
import { type Candidate, decide, UNDECIDED } from '../../../extraction/text/candidates.ts';
import { type Passage, passage } from '../../../extraction/text/flow.ts';
import { asDigits, asLetters, fold } from '../../../extraction/text/fold.ts';
import { isRowValue, valueAt } from '../../../extraction/text/labels.ts';
import { pieceBelow } from '../../../extraction/text/neighbours.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../../extraction/text/sheet.ts';
import { centreOf, middleOf, sharedWidth } from '../../../model/boxes.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { code } from '../../kinds/text.ts';
import { numbered } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly folioDeEntrada?: string;
  }
}

/** The number that the desk which received a paper (Oficialía de Partes) stamped or wrote on it, as it stands there. */
export const folioDeEntrada = {
  label: 'Folio de entrada',
  kind: code,
  // On a numbered form FOLIO is the form's own number.
  papers: { except: ['CARATULA', 'LICENCIA', 'PERMISO', 'RECIBO'] },
  read,
  columns:
    'folio de entrada|folio entrada|no de entrada|numero de entrada|folio de recepcion|folio de oficialia de partes',
  search: numbered('folio'),
  dublinCore: { element: 'identifier', text: (value) => `Folio de entrada ${value}` },
  ead3: { element: 'unitid', localtype: 'folioDeEntrada' },
} satisfies FieldDefinition<'folioDeEntrada'>;

function read({ cover, opening, closing, ending }: Reading): Field<string> {
  const sheets = new Set([...opening, ...(closing ? [closing.sheet] : []), ...ending]);
  const candidates = [...sheets].flatMap((sheet) =>
    sheet.pieces.flatMap((piece) => {
      const found = folioIn(sheet, piece);
      if (!found) return [];
      // Another page may be the back of the letter, or a paper that came with it.
      return sheet === cover ? [found] : [{ ...found, strength: Math.min(found.strength, UNDECIDED) }];
    }),
  );
  return decide(candidates, RULES.stamp, (folio) => folio);
}

const RULES = { label: 'folio-de-entrada.etiqueta', stamp: 'folio-de-entrada.sello' };

function folioIn(sheet: Sheet, piece: Piece): Candidate<string> | undefined {
  if (piece.folded.length > LONGEST || !/^\P{L}*\p{Lu}/u.test(piece.text)) return undefined;
  // Digits inside the words of a label are letters; places stay the same.
  const letters = asLetters(piece.folded);
  const named = NAMED.exec(letters);
  // `REF:   Folio de entrada 4521`: of another paper.
  if (named && !isRowValue(sheet, piece)) return candidate(sheet, piece, named[0].length, RULES.label, 0.94);
  const stamped = STAMPED.exec(letters);
  if (!stamped || !isReceived(sheet, piece)) return undefined;
  return candidate(sheet, piece, stamped[0].length, RULES.stamp, 0.92);
}

// The longest label: `FOLIO DE ENTRADA DE OFICIALIA DE PARTES No.`.
const LONGEST = 60;

/** A word with any one of its letters wrong: `ENTRAOA`. */
const nearly = (word: string): string =>
  [...word].map((_, at) => `${word.slice(0, at)}\\S${word.slice(at + 1)}`).join('|');

const NO = '(?:N(?:[UO]M(?:ERO)?|[Oº])?[.,:º]{1,3}|N[UO]MERO|N[Oº](?=\\s))';
const FOLIO = `(?:${nearly('FOLIO')}|FOL\\.)`;
const DESK = `(?:${nearly('ENTRADA')}|RECEPCION|${nearly('RECIBIDO')}|INGRESO|OFICIALIA(?:\\sDE\\sPARTES)?)`;
const END = `(?![A-ZÑ])[\\s.,:-]{0,3}(?:${NO})?`;
// `FOLIO DE ENTRADA`, `No. de entrada`, `ENTRADA Nº`: wherever it stands.
const NAMED = new RegExp(
  `^[^A-ZÑ0-9]{0,3}(?:(?:${FOLIO}|${NO})\\s?(?:DEL?\\s(?:LA\\s)?)?${DESK}(?:\\sDE\\sOFICIALIA\\sDE\\sPARTES)?|(?:${nearly('ENTRADA')})(?=[\\s.-]{0,3}(?:${NO}|:)))${END}`,
);
// `FOLIO 01234`, `RECIBIDO FOLIO 01234`, `Reg. 0345`: in a stamp of receipt only. `REG.8/014/2022` is a number of an office.
const STAMPED = new RegExp(
  `^[^A-ZÑ0-9]{0,3}(?:(?:${nearly('RECIBIDO')}|OFICIALIA\\sDE\\sPARTES)\\W{1,4})?(?:${FOLIO}${END}|REG(?:ISTRO)?(?:[.:]{1,2}\\s|\\s)\\s?(?:${NO})?)`,
);

function candidate(
  sheet: Sheet,
  piece: Piece,
  from: number,
  rule: string,
  strength: number,
): Candidate<string> | undefined {
  const isBare = !/[A-ZÑ0-9]/.test(piece.folded.slice(from));
  const below = isBare ? pieceBelow(sheet, piece, BELOW) : undefined;
  const seen = numberIn(valueAt(sheet, piece, from)) ?? numberIn(below && { piece: below, from: 0 });
  if (!seen) return undefined;
  const code = codeOf(seen);
  // `O1234` has no series: a desk counts with digits, more often than not from 0.
  const digits = ALL_DIGITS.test(fold(code)) ? asDigits(fold(code)) : code;
  if (digits === code) return { value: code, seen, strength, rule };
  return { value: digits, alternative: code, seen, strength: UNDECIDED, rule };
}

/** The number at a place, where it is one of a desk and nothing else. */
function numberIn(place: { piece: Piece; from: number } | undefined): Passage | undefined {
  if (!place) return undefined;
  const { piece, from } = place;
  const number = numberAt(piece, from);
  if (number.is !== 'number' || !isRest(piece.folded.slice(number.end))) return undefined;
  if (datesIn(piece.folded).some(({ start, end }) => start <= number.start && end > number.start))
    return undefined;
  const seen = passage(piece, number.start, number.end);
  return CODE.test(fold(codeOf(seen))) ? seen : undefined;
}

const codeOf = ({ raw }: Passage): string => betweenDigits(raw.replace(/\s+/g, ''));

// Where the stamp is narrow, its number stands on a line of its own, in heights of type below.
const BELOW = 2;

// `01234`, `123/87`, `E-345`, `OP/1234/2019`.
const CODE = /^(?:[A-ZÑ]{1,5}[-/.]?)?\d[\dOQIL|]{0,6}(?:[-/]\d{1,6}){0,2}$/;
const ALL_DIGITS = /^(?=\D{0,2}\d)[\dOQIL|]{2,7}$/;

// Behind it stands nothing but what stamps say: `FOLIO 12 DEL LIBRO 3` and `FOLIO 12 VTA.` count leaves.
const isRest = (rest: string): boolean =>
  /^[^A-ZÑ0-9]{0,4}(?:$|H(?:ORA|RS?)\b|FECHA|RECIB|ANEX)/.test(rest) || (datesIn(rest)[0]?.start ?? 9) <= 4;

// A stamp, in heights of its type, which may be larger than that of the page; its lines are set to one middle.
const REACH = 8;
const ASIDE = 10;
const LONGEST_STAMP_LINE = 40;
const RECEIPT = new RegExp(`\\b(?:${nearly('RECIBIDO')}|ACUSE|RECEPCION|DE\\sPARTES|ENTRADA)\\b`);
const DISPATCH = /\b(?:DESPACHAD[O0]|SALIDA)\b/;

/** Whether the nearest word of a stamp beside a piece says that the paper came in. */
function isReceived(sheet: Sheet, piece: Piece): boolean {
  const far = (other: Piece) => Math.abs(middleOf(other.box) - middleOf(piece.box));
  const words = sheet.pieces.filter(
    (other) =>
      other.folded.length < LONGEST_STAMP_LINE &&
      /^\P{L}*\p{Lu}/u.test(other.text) &&
      (RECEIPT.test(asLetters(other.folded)) || DISPATCH.test(other.folded)) &&
      far(other) < REACH * Math.max(sheet.size, other.box.height) &&
      (sharedWidth(other.box, piece.box) > 0 ||
        Math.abs(centreOf(other.box) - centreOf(piece.box)) < ASIDE * sheet.letter),
  );
  const nearest = words.sort((a, b) => far(a) - far(b))[0];
  return nearest !== undefined && !DISPATCH.test(nearest.folded);
}
