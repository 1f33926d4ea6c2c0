import type { ErrorCode } from '../model/error-codes.ts';
import { UsageError } from '../model/errors.ts';

/** An adapter and the addresses that mean it. */
export interface Row {
  /** How such an address is written; shown as it is, whatever the language. */
  readonly written: string;
  readonly isMeant: (url: string) => boolean;
}

/** The first row that an address means. UsageError that lists what can be written, where none does. */
export function rowOf<R extends Row>(
  table: readonly R[],
  url: string,
  refusal: { readonly code: ErrorCode; readonly port: string; readonly setting: string },
): R {
  const row = table.find(({ isMeant }) => isMeant(url));
  if (row) return row;
  const written = table.map((it) => it.written).join(', ');
  throw new UsageError(
    refusal.code,
    `No adapter for the ${refusal.port} ${withoutPassword(url)}: ${refusal.setting} takes ${written}.`,
    { about: `${withoutPassword(url)} → ${written}` },
  );
}

const withoutPassword = (url: string): string => url.replace(/\/\/[^/@]*@/, '//…@');
