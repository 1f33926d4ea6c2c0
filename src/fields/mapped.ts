// What the fields of a document say in another standard.
import type { Fields } from '../model/document.ts';
import type { Definition, Mapped } from './definition.ts';
import { DEFINITIONS } from './registry.ts';

/** A value as it stands in an element of the standard. */
export interface Statement<Mapping> {
  readonly mapping: Mapping;
  readonly text: string;
}

/** Everything that is stated in the standard that `mappingOf` picks, in the order of the fields. */
export function statementsOf<Mapping extends Mapped<unknown, string>>(
  fields: Fields | null,
  mappingOf: (definition: Definition<unknown>) => Mapping | undefined,
): Statement<Mapping>[] {
  return DEFINITIONS.flatMap(([name, definition]) => {
    const value = fields?.[name]?.value ?? null;
    const mapping = mappingOf(definition);
    if (value === null || !mapping) return [];
    return [{ mapping, text: mapping.text?.(value) ?? definition.kind.print(value) }];
  });
}
