import type { Archive } from './archive/archive.ts';
import type { JobQueue } from './ports/job-queue.ts';
import type { ObjectStore } from './ports/object-store.ts';
import type { PageReader } from './ports/page-reader.ts';
import type { SearchIndex } from './ports/search-index.ts';

/** An archive at work: the ports that the flow uses. Which adapter is behind each was decided by URL in `wiring/`. */
export interface Foja {
  readonly store: ObjectStore;
  readonly archive: Archive;
  readonly index: SearchIndex;
  /** Who acts, for the versions of the archive. */
  readonly user: string;
}

/** An archive that takes documents in. Whoever works the queue reads them: this process, or workers elsewhere. */
export interface TakingFoja extends Foja {
  readonly queue: JobQueue;
  /** Absent where nothing is read in this process. */
  readonly reader?: PageReader;
}

/** An archive that also reads pages. */
export interface WorkingFoja extends TakingFoja {
  readonly reader: PageReader;
}
