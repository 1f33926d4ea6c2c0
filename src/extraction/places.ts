import type { Lugar } from '../document.ts';
import type { Flow } from './flow.ts';
import { ENTITY_PATTERN, entityNamed } from './states.ts';

/** A municipality and its state, and where they stand in the flow. */
export interface PlaceRead {
  readonly lugar: Lugar;
  readonly start: number;
  readonly end: number;
}

// Between a place and its date: `, a`, `., a los`, ` siendo el día`.
const LINK = '[\\s.,;:]{0,4}(?:(?:SIENDO|A|AL|EL|LOS|DIA|DIAS|HOY|CON|FECHA|DE)[\\s,]{1,2}){0,5}';
const ENDS_IN_ENTITY = new RegExp(
  `[,.(]\\s{0,2}(?:(?:EDO\\.?|ESTADO)\\sDEL?\\s)?(${ENTITY_PATTERN})\\)?${LINK}$`,
);
const WINDOW = 120;

/** The place that stands right before `at`, as in `Guadalupe, N.L., a 14 de marzo`; null where there is none. */
export function placeBefore(flow: Flow, at: number): PlaceRead | null {
  const from = Math.max(0, at - WINDOW);
  const match = ENDS_IN_ENTITY.exec(flow.folded.slice(from, at));
  if (!match) return null;
  const start = municipioStart(flow.folded, from, from + match.index);
  const end = from + match.index + match[0].indexOf(match[1]!) + match[1]!.length;
  return placeOf(flow, start, from + match.index, match[1]!, end);
}

const NAMED = new RegExp(
  `\\bEN\\sLA\\s(?:(?:CIUDAD|VILLA|POBLACION|CABECERA MUNICIPAL|CONGREGACION)\\sDE\\s)([A-ZÑ][A-ZÑ .'\\n-]{2,40}),\\s{1,2}(?:CAPITAL\\sDEL?\\s)?(?:(?:EDO\\.?|ESTADO)\\s(?:LIBRE\\sY\\sSOBERANO\\s)?DEL?\\s)?(${ENTITY_PATTERN})(?![A-ZÑ])`,
  'gd',
);

/** Places where a text says that something was done: `En la Ciudad de Monterrey, capital del Estado de Nuevo León`. */
export function placesNamed(flow: Flow): PlaceRead[] {
  const places: PlaceRead[] = [];
  for (const match of flow.folded.matchAll(NAMED)) {
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

function placeOf(flow: Flow, start: number, end: number, entity: string, to: number): PlaceRead | null {
  const entidad = entityNamed(entity);
  if (!entidad) return null;
  const read = flow.text.slice(start, end).replace(/\s+/g, ' ').trim();
  let municipio = read.replace(/^(?:C(?:iuda)?d\.?\s(?:de\s)?)/i, '').replace(/[\s.,-]+$/, '');
  if (VILLA_IS_NO_NAME.has(entidad)) municipio = municipio.replace(/^(?:la )?villa de\s/i, '');
  if (!/^\p{L}[\p{L} .'-]{2,40}$/u.test(municipio)) return null;
  const lead = flow.text.slice(start, end).search(/\S/);
  return { lugar: { municipio, entidad }, start: start + Math.max(0, lead), end: to };
}
