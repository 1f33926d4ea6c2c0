import type { Box, DocumentRecord, Field, Persona } from '../../model/document.ts';
import { unglued } from '../words/identifier.ts';
import { tokensOf } from '../words/tokens.ts';

/** A value of the record as text to be found, at its evidence. */
export interface FieldText {
  readonly page: number;
  readonly text: string;
  /** Null where the value came without a place on paper. */
  readonly box: Box | null;
  /** The runs of terms by which it is found. */
  readonly forms: readonly (readonly string[])[];
}

// What a person asks for by its number (`expediente 345`, `caja 12`), and what says in words where a document belongs.
const NUMBERED = ['expediente', 'clave', 'legajo', 'caja', 'lote'] as const;
// biome-ignore format: a list
const NAMED = ['fondo', 'seccion', 'serie', 'subserie', 'titulo', 'contenido', 'productor', 'ubicacion', 'observaciones'] as const;

/** What the record says of the document, for the index; without evidence it belongs to the first page. */
export function fieldTexts(record: DocumentRecord): FieldText[] {
  const { fields, description } = record;
  const firstPage = record.pages[0]?.number ?? 1;
  const found: FieldText[] = [];
  function add<T>(
    field: Field<T> | undefined,
    textOf: (value: T) => string,
    formsOf: (text: string, value: T) => string[][],
  ) {
    if (field === undefined || field.value === null) return;
    const text = textOf(field.value);
    const forms = formsOf(text, field.value).filter((form) => form.length > 0);
    const [evidence] = field.evidence;
    if (forms.length > 0)
      found.push({ page: evidence?.page ?? firstPage, text, box: evidence?.box ?? null, forms });
  }
  add(
    fields?.numeroOficio,
    ({ raw }) => raw,
    (raw, { key }) => identifier(raw, key),
  );
  add(fields?.expedienteCitado, same, (text) => identifier(text));
  add(fields?.fechaDocumento, same, dateForms);
  for (const field of [fields?.asunto, fields?.dependenciaEmisora])
    add(field, same, (text) => [tokensOf(text)]);
  for (const field of [fields?.destinatario, fields?.remitente])
    add(field, personaText, (text) => [tokensOf(text)]);
  for (const name of NUMBERED)
    add(
      description?.[name],
      (value) => `${name} ${value}`,
      (text, value) => identifier(text, value),
    );
  for (const name of NAMED) add(description?.[name], same, (text) => [tokensOf(text)]);
  return found;
}

const same = (text: string) => text;

const personaText = ({ titulo, nombre, cargo }: Persona) =>
  [titulo, nombre, cargo].filter((part) => part !== null).join(' ');

function identifier(...texts: string[]): string[][] {
  const forms = texts.map(tokensOf).flatMap((terms) => [terms, unglued(terms)]);
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

// So that `14/03/1987`, `1987-03-14` and `marzo 1987` find a date that stands on paper in words.
function dateForms(iso: string): string[][] {
  const terms = tokensOf(iso);
  const [year, month, day] = terms;
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return [terms];
  const written = [...(day === undefined ? [] : [day, 'de']), name, 'de', year];
  return [terms, [...terms].reverse(), written];
}
