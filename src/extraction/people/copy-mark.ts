import type { Piece } from '../text/sheet.ts';

// `c.c.p.`, `C.c.p.-`, `Ccp.`, as typed and as OCR reads small type (`e.C.p.`, `c.c.Pp.`).
const MARK = /^[^A-ZÑ]{0,2}[CEG][.,]?\s?[CEGO][.,]?\s?[PF]P?(?:[.,:-]|\s|$)[.,:\s-]{0,4}/;
// What is left of it where a letter is lost; all in capitals `C.P.` is an accountant.
const WORN =
  /^(?:[.,]\s?[Pp]{1,2}|[ceo][.,]?\s?[Pp]{1,2}|[CEG][.,]?\s?P?p)[.,:-]{1,2}[\s.-]{0,3}(?=\p{Lu}|el\s|la\s)/u;
// `C.c.` alone; `C. C.` and `CC.` address people.
const SHORT_MARK = /^\W{0,2}(?:[Cc]\.c|[eo]\.[cC])\.[\s.:-]{0,4}(?=\p{Lu})/u;

/** How much of a line is the mark of a copy (`c.c.p.`); 0 where it has none. */
export const copyMark = ({ text, folded }: Piece): number =>
  (MARK.exec(folded) ?? WORN.exec(text) ?? SHORT_MARK.exec(text))?.[0].length ?? 0;
