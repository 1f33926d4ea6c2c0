import type { DocumentRecord } from '../../model/document.ts';
import { sourceName } from '../../model/source-name.ts';

/** What a list shows of a document, and what an expediente is gathered from, without opening it. */
export function listedOf({ source, grade, description = {}, fields }: DocumentRecord) {
  const said = Object.entries(description).map(([name, field]) => [name, field.value]);
  return {
    source: sourceName({ source }),
    grade,
    description: Object.fromEntries(said) as Readonly<Record<string, string | number>>,
    fecha: fields?.fechaDocumento.value ?? null,
  };
}

export type Listed = ReturnType<typeof listedOf>;
