import { cellOf, rowLabel } from '../../../extraction/forms/cell.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

const ADDRESS = rowLabel('DOMICILIO|UBICACION|DIRECCION\\sDEL|UBICAD[OA]\\sEN');

/** Where what is allowed takes place. */
export const domicilio = (reading: Reading): Field<string> => cellOf(reading, ADDRESS, 'licencia.domicilio');
