/** What does not fit together in a document. */
export type FlagCode =
  | 'pages-missing' // fewer pages than its manifest promises
  | 'pages-extra'
  | 'fojas-against-pages' // more sheets than pages, or more than two pages a sheet
  | 'fojas-against-foliation' // the numbers on the sheets give another count
  | 'number-year' // the year in its number is not that of its date
  | 'impossible-date'
  | 'date-in-words' // digits and words say different days
  | 'date-outside-folder'
  | 'date-to-come'
  | 'stamped-before-date'
  | 'number-used' // another document of that office and year has the number
  | 'copy-drawn' // the access copy has pages that were drawn anew; which files
  | 'copy-incomplete' // pages that the access copy lacks
  | 'copy-missing'; // no access copy; the code of what went wrong

/** Something that does not fit together. A person decides; the program corrects nothing. */
export interface DocumentFlag {
  readonly code: FlagCode;
  /** What does not fit, as found: values, in no language. */
  readonly detail: string;
}
