import { actsAndAgreements } from './acts-and-agreements.ts';
import { circularsAndMemoranda } from './circulars-and-memoranda.ts';
import { citizensAndFiles } from './citizens-and-files.ts';
import { oficiosLateCentury } from './oficios-late-century.ts';
import { oficiosMidCentury } from './oficios-mid-century.ts';
import { oficiosRecent } from './oficios-recent.ts';
import { permitsAndProofs } from './permits-and-proofs.ts';
import { typistsHabits } from './typists-habits.ts';

/** Every typed document of these tests. */
export const documents = [
  ...oficiosMidCentury,
  ...oficiosLateCentury,
  ...oficiosRecent,
  ...circularsAndMemoranda,
  ...actsAndAgreements,
  ...permitsAndProofs,
  ...citizensAndFiles,
  ...typistsHabits,
];
