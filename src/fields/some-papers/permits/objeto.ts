import { cellOf, rowLabel } from '../../../extraction/forms/cell.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { inWords } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly objeto?: string;
  }
}

/** Giro of a business, or the work that is allowed. */
export const objeto = {
  label: 'Objeto',
  kind: text,
  papers: { only: ['LICENCIA', 'PERMISO'], mustState: ['LICENCIA', 'PERMISO'] },
  read,
  columns: 'objeto|giro',
  search: inWords,
} satisfies FieldDefinition<'objeto'>;

const PURPOSE = rowLabel(
  'GIRO|ACTIVIDAD|OBRA\\sQUE\\sSE\\sAUTORIZA|TIPO\\sDE\\s(?:OBRA|LICENCIA)|OBRA|CONCEPTO|USO\\sDE\\sSUELO|EVENTO',
);

function read(reading: Reading): Field<string> {
  return cellOf(reading, PURPOSE, 'licencia.objeto');
}
