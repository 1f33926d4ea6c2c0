import { cellOf, rowLabel } from '../../../extraction/forms/cell.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

const PURPOSE = rowLabel(
  'GIRO|ACTIVIDAD|OBRA\\sQUE\\sSE\\sAUTORIZA|TIPO\\sDE\\s(?:OBRA|LICENCIA)|OBRA|CONCEPTO|USO\\sDE\\sSUELO|EVENTO',
);

/** Giro of a business, or the work that is allowed. */
export const objeto = (reading: Reading): Field<string> => cellOf(reading, PURPOSE, 'licencia.objeto');
