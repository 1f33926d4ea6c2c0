import type { DocumentRecord } from '../../model/document.ts';

/** By what documents are counted and kept, and how it is asked for: by some words of the name side by side, or by all of it. */
export const ASKED_BY = {
  tipo: 'whole',
  dependencia: 'words',
  municipio: 'words',
  remitente: 'words',
  destinatario: 'words',
  expediente: 'whole',
  serie: 'whole',
  fondo: 'whole',
  status: 'whole',
  grade: 'whole',
} as const;

export type Named = keyof typeof ASKED_BY;

export const NAMED = Object.keys(ASKED_BY) as readonly Named[];

/** The names in a record, as they are written. */
export const namesIn = ({
  fields,
  description,
  status,
  grade,
}: DocumentRecord): Record<Named, string | null> => ({
  tipo: fields?.tipoDocumental.value ?? null,
  dependencia: fields?.dependenciaEmisora.value ?? null,
  municipio: fields?.lugar.value?.municipio ?? null,
  remitente: fields?.remitente.value?.nombre ?? null,
  destinatario: fields?.destinatario.value?.nombre ?? null,
  expediente: description?.expediente?.value ?? null,
  serie: description?.serie?.value ?? null,
  fondo: description?.fondo?.value ?? null,
  status,
  grade,
});
