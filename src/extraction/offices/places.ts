import type { Lugar } from '../../model/document.ts';
import type { Flow } from '../text/flow.ts';
import { fold } from '../text/fold.ts';
import { joinLines } from '../text/join-lines.ts';
import { lettersOnly } from '../text/worn-words.ts';
import { ENTITY_PATTERN, entityNamed, entityNearly } from './states.ts';

/** A municipality and its state, and where they stand in the flow. */
export interface PlaceRead {
  readonly lugar: Lugar;
  readonly start: number;
  readonly end: number;
}

// Between a place and its date: `, a`, `., a los`, ` siendo el día`; a speck may touch the day (`a ?27`).
const LINK =
  '[\\s.,;:"]{0,4}(?:(?<![A-ZÑ0-9])(?:SIENDO|AS?|AL|EL|[LI1]?OS|L[A-Z0-9]S|LO|DIA|DIAS|HOY|CON|FECHA|DE|[A-Z4])[\\s,.:-]{1,2}){0,5}[?!*^~_\'"]?';
// A dot is read as an e: `Chihe, a 20 de julio`.
const ENDS_IN_ENTITY = new RegExp(
  `[,.;:(]\\s{0,2}(?:(?:EDO\\.?|ESTADO)\\sDEL?\\s)?(${ENTITY_PATTERN})(?:E(?=[,;\\s]))?\\)?${LINK}$`,
);
const WINDOW = 120;

/** The place that stands right before `at`, as in `Guadalupe, N.L., a 14 de marzo`; null where there is none. */
export function placeBefore(flow: Flow, at: number): PlaceRead | null {
  const from = Math.max(0, at - WINDOW);
  const match = ENDS_IN_ENTITY.exec(flow.folded.slice(from, at));
  if (!match) return nearlyPlaceBefore(flow, from, at);
  const start = municipioStart(flow.folded, from, from + match.index);
  const end = from + match.index + match[0].indexOf(match[1]!) + match[1]!.length;
  return placeOf(flow, start, from + match.index, match[1]!, end);
}

const ENDS_IN_NAME = new RegExp(`[,.;:]\\s{0,2}([A-ZÑ][A-ZÑ0-9 .'"]{3,36}?)${LINK}$`);

/** The same where the name of the entity was misread: `Torreón. Coahuila e Zaragoza, a 19 de diciembre`. */
function nearlyPlaceBefore(flow: Flow, from: number, at: number): PlaceRead | null {
  const match = ENDS_IN_NAME.exec(flow.folded.slice(from, at));
  const entity = match && entityNearly(match[1]!);
  if (!match || !entity) return null;
  const start = municipioStart(flow.folded, from, from + match.index);
  const end = from + match.index + match[0].indexOf(match[1]!) + match[1]!.length;
  return placeOf(flow, start, from + match.index, fold(entity), end);
}

const NAMED = new RegExp(
  `\\bEN\\sLA\\s(?:(?:CIUDAD|VILLA|POBLACION|CABECERA MUNICIPAL|CONGREGACION)\\sDE\\s)([A-ZÑ][A-ZÑ .'\\n-]{2,40}),\\s{1,2}(?:CAPITAL\\sDEL?\\s)?(?:(?:EDO\\.?|ESTADO)\\s(?:LIBRE\\sY\\sSOBERANO\\s)?DEL?\\s)?(${ENTITY_PATTERN})(?![A-ZÑ])`,
  'gd',
);

// `En Linares, Nuevo León, a las ocho horas`: how minutes and certificates begin or end.
const MET_IN = new RegExp(
  `\\bEN\\s(?:LA\\s(?:CIUDAD|VILLA)\\sDE\\s)?([A-ZÑ][A-ZÑ .'\\n-]{2,40}),\\s{1,2}(${ENTITY_PATTERN})[.,;:]{0,2}\\s(?=A\\sLAS\\s|SIENDO\\s|SE\\sREUN|REUNID)`,
  'gd',
);

/** Places where a text says that something was done: `En la Ciudad de Monterrey, capital del Estado de Nuevo León`. */
export function placesNamed(flow: Flow): PlaceRead[] {
  const places: PlaceRead[] = [];
  for (const match of [...flow.folded.matchAll(NAMED), ...flow.folded.matchAll(MET_IN)]) {
    const [start, end] = match.indices![1]!;
    const place = placeOf(flow, start, end, match[2]!, match.index + match[0].length);
    if (place) places.push(place);
  }
  return places;
}

const COUNCIL = new RegExp(
  `\\b(?:AYUNTAMIENTO(?:\\sCONSTITUCIONAL)?|MUNICIPIO|PRESIDENCIA\\sMUNICIPAL)\\sDE\\s([A-ZÑ][A-ZÑ .'\\n-]{2,40}),\\s{1,2}(?:ESTADO\\sDE\\s)?(${ENTITY_PATTERN})(?![A-ZÑ])`,
  'd',
);

/** The town of the council that a letterhead names: `R. AYUNTAMIENTO DE GUADALUPE, NUEVO LEÓN`. */
export function councilTown(flow: Flow): PlaceRead | null {
  const match = COUNCIL.exec(flow.folded);
  if (!match) return null;
  const [start, end] = match.indices![1]!;
  return placeOf(flow, start, end, match[2]!, match.index + match[0].length);
}

/** Where the name of the municipality that ends at `end` begins: after the last break or `en la ciudad de`. */
function municipioStart(folded: string, from: number, end: number): number {
  const before = folded.slice(from, end);
  let [start, phrase] = [0, false];
  for (const stop of before.matchAll(STOPS)) {
    start = stop.index + stop[0].length;
    phrase = /^[A-Z]/.test(stop[0]);
  }
  // In running text a name may wrap; on a line of its own nothing before the line belongs to it.
  return from + (phrase ? start : Math.max(start, before.lastIndexOf('\n') + 1));
}

// A dot ends a sentence unless it belongs to a short form that names of towns begin with.
const STOPS =
  /[,;:("]|(?<!\b(?:CD|GRAL|DR|STA|STO|PROF|ING|LIC|CDAD))\.(?=\s)|\b(?:EN|(?:CIUDAD|MUNICIPIO|POBLACION|AYUNTAMIENTO|CONSTITUCIONAL)\sDE)\s/g;

// None of their municipalities is called "Villa de …": there it only says what kind of town it is.
const VILLA_IS_NO_NAME = new Set(['Nuevo León', 'Tamaulipas', 'Sonora', 'Sinaloa']);

// `las calles de Juárez, Guerrero y Cinco de Mayo`.
const STREETS = /\b(?:calles?|avenidas?|esquina|colonia)\b/i;

function placeOf(flow: Flow, start: number, end: number, entity: string, to: number): PlaceRead | null {
  const entidad = entityNamed(entity);
  if (!entidad) return null;
  // A letterhead in capitals does not go on in the small letters of the line below.
  const said = flow.text.slice(start, end);
  const turn = said.lastIndexOf('\n');
  if (turn > 0 && !/\p{Ll}/u.test(said.slice(0, turn)) && /\p{Ll}/u.test(said.slice(turn)))
    return placeOf(flow, start + turn + 1, end, entity, to);
  // A speck, or the number of the sheet, may stand on the same line.
  const read = lettersOnly(joinLines(said.split('\n')).replace(/^[^\p{L}]+(?=\s|\p{Lu})/u, ''));
  let municipio = read.replace(/^(?:C(?:iuda)?d\.?\s(?:de\s)?)/i, '').replace(/[\s.,-]+$/, '');
  if (VILLA_IS_NO_NAME.has(entidad)) municipio = municipio.replace(/^(?:la )?villa de\s/i, '');
  // `en la [ciudad] de Linares`, of which a fold took a word.
  municipio = municipio.replace(/^(?:(?:la|esta)\s)?de\s|^(?:el\s)?municipio\sde\s/i, '');
  if (!/^(?:(?:villa|el|la|los|las)\s)?\p{Lu}[\p{L} .'-]{2,40}$/u.test(municipio) || STREETS.test(municipio))
    return null;
  const lead = said.search(/\S/);
  return { lugar: { municipio, entidad }, start: start + Math.max(0, lead), end: to };
}
