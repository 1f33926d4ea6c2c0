import { cuadroRow } from '../../../extraction/forms/cuadro.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { inWords } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly seccionEmisora?: string;
  }
}

/** What the cuadro clasificador says after SECCIÓN: an office of the one that issues. */
export const seccionEmisora = {
  label: 'Sección emisora',
  kind: text,
  papers: { except: ['CARATULA'] },
  read,
  columns: 'seccion emisora',
  search: inWords,
} satisfies FieldDefinition<'seccionEmisora'>;

function read(reading: Reading): Field<string> {
  return cuadroRow(reading, 'seccion');
}
