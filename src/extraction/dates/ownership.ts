import type { TipoDocumental } from '../../model/document.ts';
import { placeBefore } from '../offices/places.ts';
import { isStamp } from '../offices/stamp.ts';
import { type Flow, tokensBetween } from '../text/flow.ts';
import { labelOf, rowLabel, startsRow } from '../text/labels.ts';
import type { Reading } from '../text/reading.ts';
import type { Piece, Sheet } from '../text/sheet.ts';
import type { DateRead } from './dates.ts';

/** How surely a date is the document's own, 0…1, and the rule that says so. */
export interface Ownership {
  readonly strength: number;
  readonly rule: string;
}

interface Context {
  readonly flow: Flow;
  readonly date: DateRead;
  readonly sheet: Sheet;
  readonly reading: Reading;
  readonly tipo: TipoDocumental | null;
}

/** Whose date it is: 0 for a stamp or a date that is cited. */
export function ownershipOf(context: Context): Ownership {
  const { flow, date, sheet, reading, tipo } = context;
  const before = flow.folded.slice(Math.max(0, date.start - WINDOW), date.start).replace(/\s+/g, ' ');
  const piece = sheet.pieces[tokensBetween(flow, date.start, date.end)[0]?.line ?? -1];
  if (!piece || STREET.test(before)) return NONE;
  if (tipo === 'ACTA_CABILDO') return ofSession(context, piece, before);
  if (tipo === 'NOTIFICACION' && /\bSIENDO LAS\b.{0,80}$/.test(before))
    return { strength: 0.95, rule: 'fecha.diligencia' };
  const row = startsRow(piece) ? piece : rowLabel(sheet, piece);
  if (row) {
    const own = labelOf(row)?.name === 'fecha' && !OF_SOMETHING.test(row.folded);
    if (own) return { strength: 0.97, rule: 'fecha.etiqueta' };
    return isUnreadRowOfMemo(sheet, row) ? { strength: 0.85, rule: 'fecha.tabla' } : NONE;
  }
  const place = placeBefore(flow, date.start);
  const signed = FORMULA.test(before);
  if (CITED.test(before) && !signed) return NONE;
  if (isStamp(sheet, piece) && !place) return NONE;
  if (place && signed) return { strength: 0.985, rule: 'fecha.se-extiende' };
  const inBody = isSentence(context, piece, date);
  if (place)
    return inBody
      ? { strength: 0.9, rule: 'fecha.lugar-en-texto' }
      : { strength: 0.99, rule: 'fecha.lugar-fecha' };
  if (signed) return { strength: 0.96, rule: 'fecha.se-extiende' };
  if (inBody) return NONE;
  const inHeader = sheet === reading.cover && piece.box.y < reading.bodyTop;
  const atClosing =
    reading.closing?.sheet === sheet && piece.box.y > reading.closing.piece.box.y - NEAR_CLOSING * sheet.size;
  if (!inHeader && !atClosing) return NONE;
  if (date.form === 'numerica' || date.shortYear) return { strength: 0.86, rule: 'fecha.sola' };
  return { strength: 0.93, rule: 'fecha.sola' };
}

/** A row between PARA and ASUNTO of which only the label could not be read: `Fora: 2 de septiembre`. */
function isUnreadRowOfMemo(sheet: Sheet, row: Piece): boolean {
  if (labelOf(row) || !/^\W{0,3}[A-ZÑ0-9]{3,7}\s?:/.test(row.folded)) return false;
  const rows = sheet.pieces.filter(
    (piece) => labelOf(piece)?.marked && Math.abs(piece.box.x - row.box.x) < 2 * sheet.letter,
  );
  const has = (name: string) => rows.some((piece) => labelOf(piece)?.name === name);
  return has('para') && has('asunto') && !has('fecha');
}

// `FECHA DE INICIO`, `FECHA DE APERTURA`: the day of something that the paper speaks of.
const OF_SOMETHING =
  /\bFECHAS?\s(?:DEL?\s(?!EXPEDICION|EMISION|ELABORACION)[A-ZÑ0-9]{1,2}[A-ZÑ]{2}|EXTREMAS|LIMITE)/;
const NONE = { strength: 0, rule: 'fecha.citada' };
const WINDOW = 260;
const NEAR_CLOSING = 6;

// `Calle 5 de Mayo`, `Colonia 16 de Septiembre`.
const STREET = /\b(?:CALLE|AV\.|AVENIDA|AVE\.|COL\.|COLONIA|BLVD\.?|ESCUELA|PLAZA|PRIV\.|ESQUINA)\s?$/;
// Right before the date: somebody else's paper, another day, a term.
const CITED =
  /\b(?:FECHA|FECHAD[OA]S?|CELEBRAD[OA]|PUBLICAD[OA]|APROBAD[OA]|DESDE|HASTA|PARTIR|VENCE|VIGENCIA|VIGENTE|PROXIMO|PASADO|ULTIMO|NACID[OA]|NACIO|AUDIENCIA|PERIODO|RECIBID[OA]|OFICIO|OF\.|EXPEDIENTE|ACTA|SESION|PLAZO)\b(?: (?:NUM\.?|NO\.?|[A-Z0-9/.-]{1,24}\d[A-Z0-9/.-]{0,20}))?[ ,:.]{0,3}(?:(?:DE|DEL|EL|LA|AL|A|LOS|DIA|DIAS|CON|FECHA) ?){0,5}$/;
const FORMULA =
  /\b(?:EXTIENDE|EXPIDE|EXPIDO|EXTIENDO|SE FIRMA|FIRMAN?|FIRMANDO|FIRMANDOSE|SUSCRIBEN?|RATIFICAN?|OTORGA|LEVANTA|DAD[OA] EN|DOY FE)\b[^.;]{0,3}(?:[^;]{0,230})$/;

/** The session's own date: where the acta says that they met, or in its heading. */
function ofSession({ flow, date, sheet, reading }: Context, piece: Piece, before: string): Ownership {
  if (!reading.opening.includes(sheet)) return NONE;
  const met = before.search(/\bSIENDO LAS\b|\bREUNID[OA]S\b|\bSE REUNIERON\b|\bHORAS\b/) >= 0;
  if (met && flow.folded.slice(0, date.start).length < 1500) return { strength: 0.98, rule: 'fecha.sesion' };
  const heading = piece.box.y < 0.45 * sheet.height && date.end - date.start > piece.folded.length * 0.4;
  if (heading) return { strength: 0.97, rule: 'fecha.sesion' };
  if (/\bCELEBRADA\b.{0,40}$/.test(before) && piece.box.y < 0.45 * sheet.height)
    return { strength: 0.965, rule: 'fecha.sesion' };
  return placeBefore(flow, date.start) ? { strength: 0.9, rule: 'fecha.sesion' } : NONE;
}

/** Whether the date stands inside running text rather than on a line of its own. */
function isSentence({ flow, sheet }: Context, piece: Piece, date: DateRead): boolean {
  const place = placeBefore(flow, date.start);
  const own = date.end - (place?.start ?? date.start) + 6;
  const first = tokensBetween(flow, place?.start ?? date.start, date.end)[0];
  const line = first ? sheet.pieces[first.line] : piece;
  if (!place && line === piece && endsInDate(piece, flow.folded.slice(date.start, date.end))) return false;
  return line !== undefined && line.folded.length > own + ROOM_BESIDE;
}

// `Linares, M. I,., a 3 de octubre de 1951`: a place that cannot be read, and the date that ends its line.
const PLACE_AND_DATE = /^[A-ZÑ][^:;]{3,40},[^:;]{2,24}[,.]\W{0,3}\sA\s(?:LOS\s)?$/;

function endsInDate({ folded }: Piece, date: string): boolean {
  const at = folded.lastIndexOf(date);
  return at > 0 && folded.length - at - date.length <= 3 && PLACE_AND_DATE.test(folded.slice(0, at));
}

// `México, D.F., a` or a short label may stand before; a sentence brings more.
const ROOM_BESIDE = 18;
