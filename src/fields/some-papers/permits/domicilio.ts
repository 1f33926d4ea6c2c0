import { cellOf, rowLabel } from '../../../extraction/forms/cell.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { inWords } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly domicilio?: string;
  }
}

/** Where what is allowed takes place. */
export const domicilio = {
  label: 'Domicilio',
  kind: text,
  papers: { only: ['LICENCIA', 'PERMISO'], mustState: ['LICENCIA', 'PERMISO'] },
  read,
  columns: 'domicilio',
  search: inWords,
} satisfies FieldDefinition<'domicilio'>;

const ADDRESS = rowLabel('DOMICILIO|UBICACION|DIRECCION\\sDEL|UBICAD[OA]\\sEN');

function read(reading: Reading): Field<string> {
  return cellOf(reading, ADDRESS, 'licencia.domicilio');
}
