import { writeAccessCopy } from '../../src/flow/steps/access-copy.ts';
import type { PageReader } from '../../src/ports/page-reader.ts';

/** The part of a reader that writes access copies, in this process: what it opens is the tests' own. */
export const copying: Pick<PageReader, 'copy'> = { copy: writeAccessCopy };
