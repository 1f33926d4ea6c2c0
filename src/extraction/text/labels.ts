import { bottomOf, middleOf } from '../../model/boxes.ts';
import { startsWithTitle } from '../people/titles.ts';
import { type Flow, flowOf } from './flow.ts';
import { asLetters } from './fold.ts';
import { isNear } from './near.ts';
import { pieceBelow, pieceLeftOf, pieceRightOf } from './neighbours.ts';
import type { Piece, Sheet } from './sheet.ts';

/** A label of the cuadro clasificador or of a memorandum's table. */
export type LabelName =
  | 'asunto'
  | 'expediente'
  | 'dependencia'
  | 'seccion'
  | 'mesa'
  | 'oficio'
  | 'fecha'
  | 'para'
  | 'de';

/** A label and where its value begins in the piece. */
export interface Label {
  readonly name: LabelName;
  readonly start: number;
  readonly end: number;
  /** Whether a colon or the like follows: then it surely is a label. */
  readonly marked: boolean;
}

const SPELLINGS: readonly (readonly [LabelName, readonly string[]])[] = [
  ['asunto', ['ASUNTO', 'UNTO', 'OBJETO']],
  ['expediente', ['EXPEDIENTE', 'EXPTE', 'EXPED', 'EXP']],
  ['dependencia', ['DEPENDENCIA', 'DEPEND']],
  ['seccion', ['SECCION']],
  ['mesa', ['MESA']],
  ['oficio', ['OFICIO', 'MEMORANDUM', 'CIRCULAR']],
  ['fecha', ['FECHA']],
  ['para', ['PARA']],
  ['de', ['DE']],
];

function labelNamed(word: string): LabelName | undefined {
  const plain = asLetters(word);
  for (const [name, spellings] of SPELLINGS) {
    for (const spelling of spellings) {
      if (plain === spelling) return name;
      if (spelling.length >= 5 && plain !== `${spelling}S` && isNear(plain, spelling)) return name;
    }
  }
  return undefined;
}

// What stands between a label and its value: signs and the dotted line of a form.
const MARK = /\s*[:;.\-_·…*=]{0,80}(?:\s[:;.\-_·…*=]{1,80}){0,5}\s*/y;
const NUMBER_WORD = /\s?(?:N[UO]M(?:ERO)?|[MH][UO]M(?=[.:])|N[O0º])\b[.,:º]{0,2}/y;

/** The label that a piece begins with, if any; a short mark before it (a bullet, a speck) is forgiven. */
export function labelOf(piece: Flow): Label | undefined {
  const match = /^[^A-ZÑ0-9]{0,4}([A-ZÑ0-9|]{2,12})/.exec(piece.folded);
  // In lower case the same words are running text.
  if (!match || !/^\P{L}*\p{Lu}/u.test(piece.text)) return undefined;
  // `RARA:` is none of the words that forms have.
  const isPara = isNear(asLetters(match[1]!), 'PARA') && piece.folded[match[0].length] === ':';
  const name = labelNamed(match[1]!) ?? (isPara ? 'para' : undefined);
  // `DE-2245/82` is a number of the Dirección de Ecología.
  if (!name || (name === 'de' && /^-(?:\d|[A-ZÑ]{2,6}-\d)/.test(piece.folded.slice(match[0].length))))
    return undefined;
  let end = match[0].length;
  if (name === 'expediente') {
    NUMBER_WORD.lastIndex = end;
    end += NUMBER_WORD.exec(piece.folded)?.[0].length ?? 0;
  }
  MARK.lastIndex = end;
  const mark = MARK.exec(piece.folded)?.[0] ?? '';
  // A single dot may end a sentence: `…de esta dependencia. Artículo 4`.
  const marked = /[:;\-_…=]|[.·]{2}/.test(mark);
  const alone = end + mark.length === piece.folded.length;
  if (!marked && !alone && (name === 'de' || name === 'para' || name === 'mesa')) return undefined;
  const start = match[0].length - match[1]!.length;
  return { name, start, end: end + mark.length, marked: marked || (alone && match[0] === piece.folded) };
}

/** Where the value of a label stands: the rest of its piece, else the piece to the right, else the one below. */
export function valueAt(
  sheet: Sheet,
  piece: Piece,
  end: number,
): { piece: Piece; from: number; beside: boolean } | undefined {
  if (/[A-ZÑ0-9]/.test(piece.folded.slice(end))) return { piece, from: end, beside: true };
  const right = pieceRightOf(sheet, piece);
  // Beside a bare label stands another bare label where values stand under both.
  const isHeading = right !== undefined && isBareLabel(right);
  if (right && !isHeading)
    return startsRow(right) ? undefined : { piece: right, from: leaders(right), beside: true };
  const below = isHeading ? pieceUnder(sheet, piece) : pieceBelow(sheet, piece, BOXED_FORM_LINES);
  if (below && !labelOf(below) && !startsRow(below))
    return {
      piece: below,
      from: isHeading ? startUnder(sheet, below, piece) : leaders(below),
      beside: false,
    };
  return undefined;
}

const isBareLabel = (piece: Piece): boolean => {
  const label = labelOf(piece);
  return label?.marked === true && label.end === piece.folded.length;
};

/** Of the pieces right below a heading, the one that begins nearest to where it begins. */
function pieceUnder(sheet: Sheet, heading: Piece): Piece | undefined {
  const far = (piece: Piece) => Math.abs(piece.box.x - heading.box.x);
  return sheet.pieces
    .filter(
      (piece) =>
        middleOf(piece.box) > bottomOf(heading.box) &&
        piece.box.y - bottomOf(heading.box) < BOXED_FORM_LINES * sheet.size,
    )
    .sort((a, b) => far(a) - far(b))[0];
}

/** Where in a line the words begin that stand under a heading: long values of two boxes may run together. */
function startUnder(sheet: Sheet, line: Piece, heading: Piece): number {
  const first = line.tokens.findIndex((token) => token.box.x >= heading.box.x - 2 * sheet.letter);
  return first > 0 ? line.starts[first]! : leaders(line);
}

// In a boxed form the value stands directly under its label.
const BOXED_FORM_LINES = 1.2;

const leaders = (piece: Piece): number => /^[:;.\-_·…\s]{0,80}/.exec(piece.folded)?.[0].length ?? 0;

/** The rest of a piece from a place on, as a flow of its own. */
export function restOf(piece: Flow, from: number): Flow {
  const first = piece.starts.findIndex((start, i) => start + piece.tokens[i]!.text.length > from);
  return first < 0 ? flowOf([]) : flowOf(piece.tokens.slice(first));
}

/** Whether a piece begins as a row of a form does: any short label and a colon, known or not; `Encargado: de la Dirección` has a speck. */
export const startsRow = (piece: Flow): boolean =>
  labelOf(piece)?.marked === true ||
  // `ARQ: EVA TOVAR` and `AL C: EVA TOVAR` are persons.
  (ROW.test(piece.folded) && !startsWithTitle(piece));

const ROW = /^(?=[^:]{0,36}[A-ZÑ]{2})[^A-ZÑ]{0,3}[A-ZÑ0-9][A-ZÑ0-9 ./]{2,32}:(?!\sDEL?\s)/;

/** Whether a piece is the value of a label that stands to its left on the same line. */
export const isRowValue = (sheet: Sheet, piece: Piece): boolean => rowLabel(sheet, piece) !== undefined;

/** The piece to the left that is nothing but a label. */
export function rowLabel(sheet: Sheet, piece: Piece): Piece | undefined {
  const left = pieceLeftOf(sheet, piece);
  if (!left) return undefined;
  if (!isBareLabel(left) && (!/[:.…_]\s{0,4}$/.test(left.folded) || !startsRow(left))) return undefined;
  // Single spacing puts the line below a value about as near to the next label as that label's own value.
  return pieceRightOf(sheet, left) === piece ? left : undefined;
}
