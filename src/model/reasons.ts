/** Why a field has no value; stable, so that a list of what needs eyes can group by it. */
export type Reason =
  | 'not-found'
  | 'left-blank'
  | 'without-number' // the paper itself says S/N
  | 'without-date' // S/F
  | 'empty-formula' // "El que se indica"
  | 'impossible-date'
  | 'digits-and-words-disagree'
  | 'no-year'
  | 'relative-date'
  | 'several-signers'
  | 'not-applicable'
  | 'none-by-person'; // a person says that there is none
