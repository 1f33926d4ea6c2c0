/** The day as ISO 8601, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

// Dossier §1.4: two digits up to 35 belong to this century.
const PIVOT = 35;

/** The year that two typed digits mean. */
export const fullYear = (two: number): number => (two <= PIVOT ? 2000 + two : 1900 + two);

/** Whether a municipal paper can bear this year. */
export const isYear = (year: number): boolean => year >= 1500 && year < 2100;
