import type { Field, NumeroOficio } from '../../model/document.ts';

/** The number with its year in the century of its document (dossier §1.4): `I-12/X/32` of 1932 is no number of 2032. */
export function inCenturyOf(numero: Field<NumeroOficio>, date: string | null): Field<NumeroOficio> {
  const { value, alternative } = numero;
  const year = date === null ? Number.NaN : Number(date.slice(0, 4));
  // Only a year of two digits leaves the century open.
  if (!value?.anio || !/\/\d{2}$/.test(value.raw) || value.anio % 100 !== year % 100) return numero;
  return {
    ...numero,
    value: { ...value, anio: year },
    ...(alternative && { alternative: { ...alternative, anio: year } }),
  };
}
