import { UsageError } from '../../model/errors.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first and last day that an ISO date covers: `1987-03` → 1987-03-01…1987-03-31. Null when it is none. */
export function daysOf(date: string): { readonly first: string; readonly last: string } | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined || Number(month ?? 1) > 12 || Number(day ?? 1) > 31) return null;
  // Compared as text, so the 31st bounds any month.
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${month ?? '12'}-${day ?? '31'}`,
  };
}

/** The days from the start of `from` to the end of `to`; UsageError for what is no date. */
export function dayRange(from?: string, to?: string): { first?: string; last?: string } {
  return {
    ...(from === undefined ? {} : { first: parsed('from', from).first }),
    ...(to === undefined ? {} : { last: parsed('to', to).last }),
  };
}

function parsed(name: string, date: string) {
  const days = daysOf(date);
  if (days !== null) return days;
  throw new UsageError('invalid-date', `${name}: "${date}" is no date; write 1987, 1987-03 or 1987-03-14`, {
    about: date,
  });
}
