/** How a delivery does not fit its folder template or its manifest. */
export type MismatchCode =
  | 'template-unmatched' // the path is laid out otherwise
  | 'template-disagrees' // files of one document say different things
  | 'row-without-file'
  | 'row-ambiguous' // several files could be meant
  | 'file-without-row'
  | 'digest-differs'
  | 'rows-disagree'
  | 'bad-cell' // no value of its column
  | 'blank-not-filled' // a blank cell whose file lies in another folder than the row above
  | 'filled-over-years' // filled from the row above, with dates years apart
  | 'pages-missing'
  | 'pages-extra';

/** Something in a delivery that does not fit: listed, never dropped. */
export interface Mismatch {
  readonly code: MismatchCode;
  /** Of the manifest, from 1. */
  readonly line?: number;
  readonly path?: string;
  /** What does not fit, as found: values, in no language. */
  readonly detail?: string;
}
