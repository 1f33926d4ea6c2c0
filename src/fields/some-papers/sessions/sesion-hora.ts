import { numberInWords } from '../../../extraction/numbers/number-words.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { passage } from '../../../extraction/text/flow.ts';
import { asDigits } from '../../../extraction/text/fold.ts';
import { coverFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { hora } from '../../kinds/hora.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly sesionHora?: string;
  }
}

/** Hour at which a session began, `HH:MM`; its day is the document's own. */
export const sesionHora = {
  label: 'Hora de sesión',
  kind: hora,
  papers: { only: ['ACTA_CABILDO'], mustState: ['ACTA_CABILDO'] },
  read,
  columns: 'hora de sesion|hora de la sesion',
  search: { as: 'number', texts: (value) => [value], inPassing: true },
} satisfies FieldDefinition<'sesionHora'>;

// A number word, perhaps broken at the end of a line.
const WORD = '[A-ZÑ01]{2,12}(?:-\\n[A-ZÑ]{2,9})?';
const NUMBER_WORDS = `${WORD}(?:\\sY\\s${WORD})?`;
const HOUR = new RegExp(
  `\\bLAS\\s(?:(\\d{1,2})(?:[:.](\\d{2}))?|(${NUMBER_WORDS}))\\s?(?:-\\s?${WORD}\\s)?(?:HO-?\\n?RAS|HRS)\\b(?:[\\s,]{1,2}(?:CON|Y)\\s(?:(\\d{1,2})\\s?)?(${NUMBER_WORDS})?\\s?MI-?\\n?NU-?\\n?TOS)?`,
  'g',
);
// The hour at which it ended stands at the end of the minutes.
const OPENING = 1500;
const ENDED = /\b(?:LEVANT|TERMIN|CLAUSUR|CONCLU)[A-ZÑ]{1,8}\b[^.]*$/;

function read(reading: Reading): Field<string> {
  const flow = coverFlow(reading);
  const match = [...flow.folded.slice(0, OPENING).matchAll(HOUR)].find(
    ({ index }) => !ENDED.test(flow.folded.slice(Math.max(0, index - 80), index)),
  );
  const seen = match && passage(flow, match.index, match.index + match[0].length);
  if (!match || !seen) return unknown('not-found', 'sesion.hora');
  const hour = match[1] ? Number(asDigits(match[1])) : numberInWords(match[3]!);
  const minute = match[2] ?? match[4] ?? (match[5] ? numberInWords(match[5]) : 0);
  if (hour === null || minute === null || hour > 24 || Number(minute) > 59)
    return unknown('not-found', 'sesion.hora', seen);
  const two = (n: number) => String(n).padStart(2, '0');
  return found(`${two(hour)}:${two(Number(minute))}`, seen, 0.95, 'sesion.hora');
}
