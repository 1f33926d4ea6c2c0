import type { Field, Rubrica } from '../../model/document.ts';
import { found, unknown } from '../text/field.ts';
import { passage } from '../text/flow.ts';
import type { Reading } from '../text/reading.ts';

// `MLT/jgr*`, `JAGG'mlc`, `ABC/DEF.`: initials of who signs, and of who typed (dossier §1.1, zone 10).
const INITIALS =
  /^[^\p{L}]{0,2}([A-ZÑ]{2,6}(?:[.'’-][A-ZÑ]{1,4}){0,3})\s?[/'’*]\s?([a-zñ]{2,5}|[A-ZÑ]{2,5})[\s.*]{0,4}$/u;

export const isInitials = (text: string): boolean => text.length <= LONGEST && INITIALS.test(text);

const LONGEST = 24;

/** The initials at the foot of the last page of the document itself. */
export function rubrica(reading: Reading): Field<Rubrica> {
  const sheet = reading.closing?.sheet ?? reading.ending.at(-1);
  const piece = sheet?.pieces.findLast(({ text, box }) => isInitials(text) && box.y > sheet.height * LOWER);
  if (!piece) return unknown('not-found', 'rubrica.pie');
  const [, firma, captura] = INITIALS.exec(piece.text)!;
  const seen = passage(piece, 0, piece.text.length);
  return found({ raw: seen.raw, firma: firma!, captura: captura ?? null }, seen, 0.93, 'rubrica.pie');
}

const LOWER = 0.4;
