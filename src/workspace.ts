import type { Archive } from './archive/archive.ts';
import type { JobQueue } from './ports/job-queue.ts';
import type { ObjectStore } from './ports/object-store.ts';
import type { PageReader } from './ports/page-reader.ts';
import type { SearchIndex } from './ports/search-index.ts';

/**
 * An open archive: the ports that the flow uses. Which adapter is behind each was decided by URL in `wiring/`. Who acts on it comes with
 * each call (model/actor.ts).
 */
export interface Workspace {
  readonly store: ObjectStore;
  readonly archive: Archive;
  readonly index: SearchIndex;
}

/** An archive that takes documents in. Whoever works the queue reads them: this process, or workers elsewhere. */
export interface IntakeWorkspace extends Workspace {
  readonly queue: JobQueue;
  /** Absent where nothing is read in this process. */
  readonly reader?: PageReader;
}

/** An archive that also reads pages. */
export interface ReadingWorkspace extends IntakeWorkspace {
  readonly reader: PageReader;
}
