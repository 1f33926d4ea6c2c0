// What each field may hold, and how text that a person or a manifest wrote becomes its value.

import { numeroParts } from '../extraction/numbers/numero-parts.ts';
import { entityNamed } from '../extraction/offices/states.ts';
import { personaOf } from '../extraction/people/persona.ts';
import { type Description, type Fields, TIPOS_DOCUMENTALES } from '../model/document.ts';
import { fold } from '../search/words/fold.ts';
import { dateOf, type Parsed } from './dates.ts';

export type Kind =
  | 'text'
  | 'date'
  | 'hora'
  | 'count'
  | 'tipo'
  | 'numero'
  | 'persona'
  | 'lugar'
  | 'rubrica'
  | 'vigencia'
  | 'list';

/** A value, or why the text is none; `left` where the text itself says that there is none (`S/F`, `S/N`). */

const FIELD_KINDS: Readonly<Record<keyof Fields, Kind>> = {
  tipoDocumental: 'tipo',
  numeroOficio: 'numero',
  fechaDocumento: 'date',
  asunto: 'text',
  expedienteCitado: 'text',
  dependenciaEmisora: 'text',
  lugar: 'lugar',
  destinatario: 'persona',
  remitente: 'persona',
  seccionEmisora: 'text',
  mesaEmisora: 'text',
  oficiosCitados: 'list',
  ccp: 'list',
  sellos: 'list',
  rubrica: 'rubrica',
  fojasDeclaradas: 'count',
  sesionNumero: 'count',
  sesionTipo: 'text',
  sesionHora: 'hora',
  asistentes: 'count',
  titular: 'text',
  objeto: 'text',
  domicilio: 'text',
  vigencia: 'vigencia',
  beneficiario: 'text',
  partes: 'list',
};

const DESCRIPTION_KINDS: Readonly<Record<keyof Description, Kind>> = {
  fondo: 'text',
  seccion: 'text',
  serie: 'text',
  subserie: 'text',
  expediente: 'text',
  clave: 'text',
  legajo: 'text',
  caja: 'text',
  lote: 'text',
  titulo: 'text',
  contenido: 'text',
  productor: 'text',
  fechaInicio: 'date',
  fechaCierre: 'date',
  fojas: 'count',
  fojaInicial: 'text',
  fojaFinal: 'text',
  fojasExpediente: 'count',
  soporte: 'text',
  tradicion: 'text',
  acceso: 'text',
  ubicacion: 'text',
  observaciones: 'text',
};

/** Names of the archival description, in the order in which people read them. */
const DESCRIPTION_NAMES = Object.keys(DESCRIPTION_KINDS) as readonly (keyof Description)[];

/** Every field that a record can have, those of the document first. */
export const FIELD_NAMES: readonly string[] = [...Object.keys(FIELD_KINDS), ...DESCRIPTION_NAMES];

export const isDescriptive = (name: string): name is keyof Description =>
  Object.hasOwn(DESCRIPTION_KINDS, name);

/** What a field holds; null for a name that no record has. */
export function kindOf(name: string): Kind | null {
  if (isDescriptive(name)) return DESCRIPTION_KINDS[name];
  return Object.hasOwn(FIELD_KINDS, name) ? FIELD_KINDS[name as keyof Fields] : null;
}

/** What a person is told when a text is no value of this kind. */
export const ACCEPTED: Readonly<Record<Kind, string>> = {
  text: 'any text on one line, up to 2000 characters',
  date: '1987-03-14, 14/03/1987, 14-mar-1987, 1987-03 or 1987',
  count: 'a whole number from 0 to 99999',
  tipo: TIPOS_DOCUMENTALES.join(', '),
  numero: 'a number as written on the paper, such as SA/0123/1987',
  hora: 'hours and minutes: 17:30',
  persona: 'title and name, then a comma and the post: "Lic. Juan Pérez, Secretario del Ayuntamiento"',
  lugar: 'municipality and state: "Guadalupe, Nuevo León"',
  rubrica: 'initials of who signs and of who typed: JLPQ/hec',
  vigencia: 'its parts, as dates: vigencia.desde, vigencia.hasta',
  list: 'only nothing: it holds several values',
};

/** Reads what somebody wrote for a field. Pure; never throws. */
export function parseValue(kind: Kind, written: string): Parsed {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return { value: null, left: 'left-blank' };
  if (text.length > LONGEST) return { problem: 'too long' };
  return READERS[kind](text);
}

const LONGEST = 2000;

const READERS: Readonly<Record<Kind, (text: string) => Parsed>> = {
  text: (value) => ({ value }),
  date: dateOf,
  count: (text) => (/^\d{1,5}$/.test(text) ? { value: Number(text) } : { problem: 'no whole number' }),
  tipo(text) {
    const wanted = lettersOf(text);
    const value = TIPOS_DOCUMENTALES.find((tipo) => lettersOf(tipo) === (TIPO_SYNONYMS[wanted] ?? wanted));
    return value ? { value } : { problem: 'no kind of document that foja knows' };
  },
  numero(text) {
    if (/^s\s?[/.]?\s?n\.?$/i.test(text)) return { value: null, left: 'without-number' };
    return /\d/.test(text) ? { value: numeroParts(text, null) } : { problem: 'without any digit' };
  },
  persona(text) {
    const value = personaOf([text]);
    return value ? { value } : { problem: 'neither a name nor a post' };
  },
  lugar(text) {
    const comma = text.lastIndexOf(',', text.replace(/[\s.]+$/, '').length - 1);
    const before = text.slice(0, comma).trim();
    // `Guadalupe, N. L.` has its comma before the state, `Guadalupe, Nuevo León, México` has the country behind it.
    const entidad = comma > 0 ? entityNamed(fold(text.slice(comma + 1)).toUpperCase()) : null;
    return entidad && before ? { value: { municipio: before, entidad } } : { problem: 'without a state' };
  },
  hora: (text) =>
    /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(text)
      ? { value: text.padStart(5, '0') }
      : { problem: 'no time of day' },
  rubrica(text) {
    const [, firma, captura = null] = /^(\p{L}{1,8})(?:\s?[/*]\s?(\p{L}{1,8}))?\W*$/u.exec(text) ?? [];
    return firma ? { value: { raw: text, firma, captura } } : { problem: 'no initials' };
  },
  vigencia: () => ({ problem: 'it has two dates' }),
  list: () => ({ problem: 'it holds several values' }),
};

const lettersOf = (text: string): string => fold(text).replace(/[^a-zñ]+/g, '');

const TIPO_SYNONYMS: Readonly<Record<string, string>> = {
  acta: 'actacabildo',
  actadecabildo: 'actacabildo',
  memo: 'memorandum',
  escrito: 'escritociudadano',
  memorando: 'memorandum',
};
