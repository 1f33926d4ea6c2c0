/** What is wrong with a template or a table that a person wrote. */
export type FaultCode =
  // a folder template
  | 'brace-alone'
  | 'nothing-between'
  | 'names-nothing'
  | 'no-such-name'
  | 'named-twice'
  | 'no-such-type'
  // a table of the archive
  | 'cell-missing'
  | 'no-date'
  | 'no-years'
  | 'no-such-level'
  | 'no-such-end'
  | 'no-parent'
  | 'twice-at-once';

/** One fault, and where it is. */
export interface Fault {
  readonly code: FaultCode;
  /** Of the table, from 1. */
  readonly line?: number;
  /** The part as it was written. */
  readonly about?: string;
}

/** For logs: `line 3: no-date desde "ayer"`. */
export const faultText = ({ code, line, about }: Fault): string =>
  [line === undefined ? '' : `line ${line}:`, code, about].filter(Boolean).join(' ');
