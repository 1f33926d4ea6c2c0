import { cuadroRow } from '../../../extraction/forms/cuadro.ts';
import type { Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

/** What the cuadro clasificador says after SECCIÓN: an office of the one that issues. */
export const seccionEmisora = (reading: Reading): Field<string> => cuadroRow(reading, 'seccion');
