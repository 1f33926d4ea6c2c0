import { initialsIn } from '../../../extraction/people/initials.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field, Rubrica } from '../../../model/document.ts';

/** The initials at the foot of the last page of the document itself. */
export function rubrica(reading: Reading): Field<Rubrica> {
  const sheet = reading.closing?.sheet ?? reading.ending.at(-1);
  const piece = sheet?.pieces.findLast(
    ({ text, box }) => initialsIn(text) !== null && box.y > sheet.height * LOWER,
  );
  const initials = piece && initialsIn(piece.text);
  if (!piece || !initials) return unknown('not-found', 'rubrica.pie');
  const seen = passage(piece, 0, piece.text.length);
  return found({ raw: seen.raw, ...initials }, seen, 0.93, 'rubrica.pie');
}

const LOWER = 0.4;
