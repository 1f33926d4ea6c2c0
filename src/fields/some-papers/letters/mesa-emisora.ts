import { cuadroRow } from '../../../extraction/forms/cuadro.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { numbered } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly mesaEmisora?: string;
  }
}

/** What the cuadro clasificador says after MESA: a desk of that office. */
export const mesaEmisora = {
  label: 'Mesa',
  kind: text,
  papers: { except: ['CARATULA'] },
  read,
  columns: 'mesa|mesa emisora',
  search: numbered('mesa'),
} satisfies FieldDefinition<'mesaEmisora'>;

function read(reading: Reading): Field<string> {
  return cuadroRow(reading, 'mesa');
}
