import { asLetters, fold } from '../text/fold.ts';
import { isNear, isNearTwice } from '../text/near.ts';

// Everyday names of the federal entities, with what typists write for them (dossier §1.6).
// The patterns run on folded text; dots and blanks between letters come and go, OCR reads L as I or TL and a dot as e.
const ENTITIES: readonly (readonly [name: string, pattern: string])[] = [
  ['Aguascalientes', 'AGUASCALIENTES|AGS'],
  ['Baja California Sur', 'BAJA CALIFORNIA SUR|B[.,]? ?C[.,]? ?S'],
  ['Baja California', 'BAJA CALIFORNIA(?: NORTE)?|B[.,]? ?C'],
  ['Campeche', 'CAMPECHE|CAMP'],
  ['Chiapas', 'CHIAPAS|CHIS'],
  ['Chihuahua', 'CHIHUAHUA|CHIH'],
  ['Ciudad de México', 'CIUDAD DE MEXICO|DISTRITO FEDERAL|CDMX|D[.,]? ?F'],
  ['Coahuila', 'COAHUILA(?: DE ZARAGOZA)?|COAH'],
  ['Colima', 'COLIMA|COL'],
  ['Durango', 'DURANGO|DGO'],
  ['Guanajuato', 'GUANAJUATO|GTO'],
  ['Guerrero', 'GUERRERO|GRO'],
  ['Hidalgo', 'HIDALGO|HGO'],
  ['Jalisco', 'JALISCO|JAL'],
  ['México', 'ESTADO DE MEXICO|EDO[.,]? ?(?:DE )?MEX(?:ICO)?|EDOMEX|MEX(?:ICO)?'],
  ['Michoacán', 'MICHOACAN(?: DE OCAMPO)?|MICH'],
  ['Morelos', 'MORELOS|MOR'],
  ['Nayarit', 'NAYARIT|NAY'],
  ['Nuevo León', 'NUEVO LE[O0]N|N(?:[.,]? ?|[.,] ?[TI1])[LI1]E?'],
  ['Oaxaca', 'OAXACA|OAX'],
  ['Puebla', 'PUEBLA|PUE'],
  ['Querétaro', 'QUERETARO(?: DE ARTEAGA)?|QRO'],
  ['Quintana Roo', 'QUINTANA ROO|Q[.,]? ?ROO'],
  ['San Luis Potosí', 'SAN LUIS POTOS[IFL1]|S[.,]? ?[LI1]E?[.,]? ?P'],
  ['Sinaloa', 'SINALOA|SIN'],
  ['Sonora', 'SONORA|SON'],
  ['Tabasco', 'TABASCO|TAB'],
  ['Tamaulipas', 'TAMAULIPAS|TAMPS|TAM'],
  ['Tlaxcala', 'TLAXCALA|TLAX'],
  ['Veracruz', 'VERACRUZ(?: DE IGNACIO DE LA LLAVE|[ -]LLAVE)?|VER'],
  ['Yucatán', 'YUCATAN|YUC'],
  ['Zacatecas', 'ZACATECAS|ZAC'],
];

const MATCHERS = ENTITIES.map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`)] as const);

/** The entity that a folded spelling names (`N. L.` is Nuevo León); null for anything else. */
export function entityNamed(folded: string): string | null {
  const plain = folded.replace(/\s{1,10}/g, ' ').replace(/^[ .,]{1,10}|[ .,;]{1,10}$/g, '');
  if (plain.length > 32) return null;
  return MATCHERS.find(([, matcher]) => matcher.test(plain))?.[0] ?? null;
}

/** Any spelling of an entity, for use inside a larger pattern on folded text. */
export const ENTITY_PATTERN = `(?:${ENTITIES.flatMap(([, pattern]) => pattern)
  .join('|')
  .replaceAll(' ', '\\s')})`;

// Whole names, as letters only: an abbreviation has too few letters to be told from its neighbours.
const WHOLE: readonly (readonly [letters: string, name: string])[] = ENTITIES.flatMap(([name]) => {
  const letters = fold(name).replace(/[^A-ZÑ]/g, '');
  return name === 'México' ? [['ESTADODEMEXICO', name] as const] : [[letters, name] as const];
}).concat([
  ['COAHUILADEZARAGOZA', 'Coahuila'],
  ['VERACRUZDEIGNACIODELALLAVE', 'Veracruz'],
  ['MICHOACANDEOCAMPO', 'Michoacán'],
]);

/** The entity whose whole name differs from a folded text by one or two letters, as a worn ribbon leaves it; null for anything else. */
export function entityNearly(folded: string): string | null {
  if (folded.length > 36) return null;
  const letters = asLetters(folded).replace(/[^A-ZÑ]/g, '');
  if (letters.length < 5) return null;
  const near = WHOLE.filter(([whole]) => isNear(whole, letters) || isNearTwice(whole, letters));
  const names = new Set(near.map(([, name]) => name));
  return names.size === 1 ? near[0]![1] : null;
}
