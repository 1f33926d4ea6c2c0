import type { PageSource, ReadPage } from '../model/document.ts';

/** A delivered file as it lies on this machine. */
export interface DeliveredFile {
  readonly path: string;
  /** What it was called when it was delivered: for messages, since nobody knows the archive's own paths. */
  readonly name: string;
  /** MIME type by content. */
  readonly type: string | null;
}

export interface ReadRequest {
  readonly file: DeliveredFile;
  readonly number: number;
  readonly source: PageSource;
}

/** An access copy to be written: one page for every page given, text and all. */
export interface CopyRequest {
  readonly target: string;
  readonly pages: readonly ReadPage[];
  /** The files that `page.source.file` counts. */
  readonly files: readonly DeliveredFile[];
  readonly meta: {
    readonly title: string;
    /** Name and version of the program. */
    readonly producer: string;
    /** ISO 8601. */
    readonly date: string;
    readonly documentId: string;
  };
  /** What the copy may weigh. */
  readonly maxBytes: number;
  readonly spared: Spared;
}

/** What a copy does without, because it held up an earlier try. */
export interface Spared {
  /** Files, by index, from which nothing is taken over as it is: their pages are drawn. */
  readonly files: readonly number[];
  /** Pages, by number, that are not opened at all: a notice stands in their place. */
  readonly pages: readonly number[];
}

/**
 * Opens whatever somebody delivered, away from the main thread: a hostile file or a crashing engine takes nothing else down, and can be ended. A page
 * has so much time for each of: being counted with its file, being read, being copied.
 * InputError: the file or page cannot be used. EngineError: the engine crashed or ran out of time; the next call finds a
 * fresh one. DependencyError: no engine can be had.
 */
export interface PageReader {
  /** How many pages the file holds. */
  count(file: DeliveredFile, signal?: AbortSignal): Promise<number>;
  read(request: ReadRequest, signal?: AbortSignal): Promise<ReadPage>;
  /** Writes the access copy. `reached` hears the number of each page when its turn comes, so that after an EngineError it is known which one it was. */
  copy(request: CopyRequest, reached: (page: number) => void, signal?: AbortSignal): Promise<void>;
  /** Names everything that shapes a reading (languages, versions): what was read under another recipe is read anew. */
  readonly recipe: string;
  close(): Promise<void>;
}
