import { readingOf } from '../../extraction/text/reading.ts';
import type { Definition, SomePapers, ValueOf } from '../../fields/definition.ts';
import { DEFINITIONS, FIELDS } from '../../fields/registry.ts';
import type { Field, FieldName, Fields, ReadPage, TipoDocumental } from '../../model/document.ts';

/**
 * Reads the fields of a document off its pages. Of the fields that only some papers have, one is absent where there is none, and
 * null with a reason where a paper of this kind must state it. Pure; never throws; time grows with the number of words.
 */
export function extract(pages: readonly ReadPage[]): Fields {
  const reading = readingOf(pages);
  const known = new Map<FieldName, Field<unknown>>();
  const fieldOf = (name: FieldName): Field<unknown> => {
    const definition: Definition<unknown> = FIELDS[name];
    const field = known.get(name) ?? definition.read(reading, of);
    known.set(name, field);
    return field;
  };
  const of = ((name) => fieldOf(name).value) as ValueOf;
  const tipo = of('tipoDocumental');
  const read = DEFINITIONS.flatMap(([name, { papers }]) => {
    if (papers !== 'every' && !standsOn(papers, tipo)) return [];
    const field = fieldOf(name);
    const isStated = papers === 'every' || field.raw !== null || isAmong(papers.mustState, tipo);
    return isStated ? [[name, field]] : [];
  });
  return Object.fromEntries(read);
}

const standsOn = ({ only, except }: SomePapers, tipo: TipoDocumental | null): boolean =>
  only ? isAmong(only, tipo) : !isAmong(except, tipo);

const isAmong = (tipos: readonly TipoDocumental[] | undefined, tipo: TipoDocumental | null): boolean =>
  tipo !== null && (tipos?.includes(tipo) ?? false);
