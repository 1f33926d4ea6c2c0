import { cuadroRow } from '../../../extraction/forms/cuadro.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

/** What the cuadro clasificador says after MESA: a desk of that office. */
export const mesaEmisora = (reading: Reading): Field<string> => cuadroRow(reading, 'mesa');
