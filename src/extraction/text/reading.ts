import { bottomOf } from '../../model/boxes.ts';
import type { ReadPage } from '../../model/document.ts';
import { closingOf } from '../people/closing.ts';
import { isPresente } from '../people/presente.ts';
import { type Flow, flowOf } from './flow.ts';
import { type Piece, type Sheet, sheetOf } from './sheet.ts';

/** Where a document closes. `next` is the page after it: at times only the signature did not fit. */
export interface Closing {
  readonly sheet: Sheet;
  readonly piece: Piece;
  readonly next: Sheet | undefined;
}

/** A document as the recognisers see it: only the pages on which fields can stand are cut into pieces. */
export interface Reading {
  /** The first page with text: letterhead, number, date, addressee. */
  readonly cover: Sheet | undefined;
  /** The cover and the page after it. */
  readonly opening: readonly Sheet[];
  /** The page that closes the document itself (ATENTAMENTE), before any annex; undefined where none does. */
  readonly closing: Closing | undefined;
  /** The last two pages with text, for documents that end with a formula instead. */
  readonly ending: readonly Sheet[];
  /** Pixels from the top of the cover to where its body begins. */
  readonly bodyTop: number;
}

/** Cuts the pages that matter. Time grows with the number of words, once. */
export function readingOf(pages: readonly ReadPage[]): Reading {
  const sheets = new Map<ReadPage, Sheet>();
  const sheet = (page: ReadPage): Sheet => {
    const known = sheets.get(page) ?? sheetOf(page);
    sheets.set(page, known);
    return known;
  };
  const legible = pages.filter((page) => page.lines.length > 0);
  const opening = legible.slice(0, 2).map(sheet);
  const ending = legible.slice(-2).map(sheet);
  const cover = opening[0];
  let closing: Reading['closing'];
  for (const [i, page] of legible.entries()) {
    if (!mayClose(page)) continue;
    const cut = sheets.get(page) ?? sheetOf(page);
    const piece = closingOf(cut);
    if (!piece) continue;
    const next = legible[i + 1];
    closing = { sheet: cut, piece, next: next && sheet(next) };
    break;
  }
  return { cover, opening, closing, ending, bodyTop: cover ? bodyTopOf(cover, closing) : 0 };
}

/** A cheap look before a page is cut: without these letters there is no closing formula. */
const mayClose = (page: ReadPage): boolean =>
  page.lines.some((line) => line.words.some((word) => CLOSING_WORD.test(word.text)));

// A lone T or P is a letter-spaced `A T E N T A M E N T E` or `P R O T E S T O`.
const CLOSING_WORD =
  /TENTAM|ENTAMENTE|^[TP]$|RESPETUOSA|PROTEST[OA]|CORDIAL|SUFRAG|REELEC|FECTUOSAM|FRATERNAL|SINCERAM|^(?:ATENTO|ATTO|AF+MO|AFECT[IÍ]SIMO|SEGURO)\b/i;

/** Where a document's own place and date can stand: what follows its closing formula is an annex. */
export function ownPages({ opening, closing, ending }: Reading): Set<Sheet> {
  if (!closing) return new Set([...opening, ...ending]);
  return new Set([...opening.filter((sheet) => sheet.page <= closing.sheet.page), closing.sheet]);
}

/** All pieces of a sheet as one text, in reading order. */
export const pageFlow = (sheet: Sheet): Flow => flowOf(sheet.pieces.flatMap((piece) => piece.tokens));

/** The text of the first page; empty where no page has any. */
export const coverFlow = ({ cover }: Reading): Flow => (cover ? pageFlow(cover) : flowOf([]));

// Where neither PRESENTE nor running text shows: dossier §1.1 puts the body at 0.38…0.42 of the height.
const USUAL_BODY_TOP = 0.42;
const LOWEST_HEADER = 0.62;
const FULL_LINE = 0.62;

const SENTENCE =
  /^(?:POR (?:MEDIO|ESTE|INSTRUCCIONES|LA PRESENTE)|EN (?:CONTESTACION|RELACION|ATENCION|RESPUESTA|ALCANCE|CUMPLIMIENTO|USO)|ME (?:PERMITO|DIRIJO|REFIERO)|CON (?:FUNDAMENTO|RELACION|MOTIVO|REFERENCIA)|ADJUNTO|ANEXO|SIRVA|COMUNICO|HAGO|TENGO|LE (?:COMUNICO|INFORMO|SOLICITO|ENVIO)|SE (?:LES? )?(?:COMUNICA|INFORMA|HACE)|MUY (?:SEÑOR|ESTIMAD|DISTINGUID)|CON TODA ATENCION|POR ACUERDO|ACUSO RECIBO|RUEGO A|SUPLICO A|EL (?:QUE SUSCRIBE|SUSCRITO)|LA (?:QUE SUSCRIBE|SUSCRITA))\b/;

function bodyTopOf(sheet: Sheet, closing: Closing | undefined): number {
  // What signs a short letter is no header.
  const lowest = Math.min(
    LOWEST_HEADER * sheet.height,
    closing?.sheet === sheet ? closing.piece.box.y : Infinity,
  );
  const presente = sheet.pieces.filter((p) => isPresente(p) && p.box.y < LOWEST_HEADER * sheet.height);
  if (presente.length > 0) return Math.max(...presente.map((piece) => bottomOf(piece.box)));
  const body = sheet.pieces.find(
    (piece, i) =>
      SENTENCE.test(piece.folded) ||
      (isFullLine(sheet, piece) &&
        sheet.pieces[i + 1] !== undefined &&
        isFullLine(sheet, sheet.pieces[i + 1]!)),
  );
  return Math.min(body?.box.y ?? USUAL_BODY_TOP * sheet.height, lowest);
}

const isFullLine = (sheet: Sheet, piece: Piece): boolean =>
  piece.box.width > FULL_LINE * sheet.width && /\p{Ll}{2}/u.test(piece.text);
