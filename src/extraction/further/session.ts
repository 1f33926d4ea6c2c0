import type { Field } from '../../model/document.ts';
import { readNumberWords } from '../numbers/number-words.ts';
import { found, unknown } from '../text/field.ts';
import { type Flow, flowOf, passage } from '../text/flow.ts';
import { asDigits } from '../text/fold.ts';
import { pageFlow, type Reading } from '../text/reading.ts';

/** Number, kind, hour and attendance of a session, as its minutes open (dossier §1.2). */
export interface Session {
  readonly sesionNumero: Field<number>;
  readonly sesionTipo: Field<string>;
  readonly sesionHora: Field<string>;
  readonly asistentes: Field<number>;
}

export function sessionOf({ cover }: Reading): Session {
  const flow = cover ? pageFlow(cover) : flowOf([]);
  return {
    sesionNumero: numberOf(flow),
    sesionTipo: kindOf(flow),
    sesionHora: hourOf(flow),
    asistentes: attendanceOf(flow),
  };
}

// Three lines of type.
const HEADING = 260;
const NUMBER =
  /(?:^|\n)\W{0,3}ACTA\s?(?:N[UO]M(?:ERO)?\.?|N[O0º]\.?)?\s?:?\s?(?:(\d{1,4})(?:\s?\/\s?\d{2,4})?|([A-ZÑ]{3,14}(?:\sY\s[A-ZÑ]{3,9})?))\W{0,4}(?:\n|$)/;

// `SESIÓN ORDINARIA DE CABILDO NÚMERO 12`: the heading is a sentence.
const NUMBERED =
  /\bSES[I1][O0]N\s[A-ZÑ\s]{5,60}?\sN(?:[UO]M(?:ERO)?\.?|[O0º]\.)\s?(?:(\d{1,4})(?:\/\d{2,4})?|([A-ZÑ]{3,14}(?:\sY\s[A-ZÑ]{3,9})?))\b/;

function numberOf(flow: Flow): Field<number> {
  const match = NUMBER.exec(flow.folded) ?? NUMBERED.exec(flow.folded.slice(0, HEADING));
  const value = match && (match[1] ? Number(match[1]) : readNumberWords(match[2]!.split(/\s+/)));
  if (!match || value === null) return unknown('not-found', 'sesion.numero');
  return found(value, passage(flow, match.index, match.index + match[0].length), 0.95, 'sesion.numero');
}

const KIND =
  /\bSES[I1][O0]N\s(?:PUBLICA\s)?(ORDINARIA|EXTRAORDINARIA|SOLEMNE|PERMANENTE|ITINERANTE|ABIERTA)\b(?!\sANTERIOR)/;

function kindOf(flow: Flow): Field<string> {
  const match = KIND.exec(flow.folded);
  if (!match) return unknown('not-found', 'sesion.tipo');
  return found(match[1]!, passage(flow, match.index, match.index + match[0].length), 0.95, 'sesion.tipo');
}

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

function hourOf(flow: Flow): Field<string> {
  const match = [...flow.folded.slice(0, OPENING).matchAll(HOUR)].find(
    ({ index }) => !ENDED.test(flow.folded.slice(Math.max(0, index - 80), index)),
  );
  const seen = match && passage(flow, match.index, match.index + match[0].length);
  if (!match || !seen) return unknown('not-found', 'sesion.hora');
  const hour = match[1] ? Number(asDigits(match[1])) : readNumberWords([...words(match[3])]);
  const minute = match[2] ?? match[4] ?? (match[5] ? readNumberWords([...words(match[5])]) : 0);
  if (hour === null || minute === null || hour > 24 || Number(minute) > 59)
    return unknown('not-found', 'sesion.hora', seen);
  const two = (n: number) => String(n).padStart(2, '0');
  return found(`${two(hour)}:${two(Number(minute))}`, seen, 0.95, 'sesion.hora');
}

const words = (text: string | undefined): string[] =>
  text?.replace('-\n', '').split(/\s+/).filter(Boolean) ?? [];

const PRESENT =
  /\bPRESENTES?\s(?:LOS\s)?(?:(\d{1,2})\s?)?(?:[-(]\s?)?([A-ZÑ]{3,12}(?:\sY\s[A-ZÑ]{3,9})?)?\)?\s(?:DE\sLOS\s|CC\.\s|C\.\s){0,2}(?:INTEGRANTES|MIEMBROS|REGIDORES|MUNICIPES|EDILES)\b/;

function attendanceOf(flow: Flow): Field<number> {
  const match = PRESENT.exec(flow.folded);
  if (!match) return unknown('not-found', 'sesion.asistentes');
  const seen = passage(flow, match.index, match.index + match[0].length);
  const digits = match[1] ? Number(match[1]) : null;
  const said = match[2] ? readNumberWords(words(match[2])) : null;
  if (digits === null && said === null) return unknown('not-found', 'sesion.asistentes', seen);
  if (digits !== null && said !== null && digits !== said)
    return unknown('digits-and-words-disagree', 'sesion.asistentes', seen);
  return found((digits ?? said)!, seen, 0.92, 'sesion.asistentes');
}
