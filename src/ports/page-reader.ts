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

/**
 * Opens and reads scans away from the main thread, so that a hostile file or a crashing engine takes nothing else down.
 * InputError: the file or page cannot be used. EngineError: the engine crashed or ran out of time; the next call finds a
 * fresh one. DependencyError: no engine can be had.
 */
export interface PageReader {
  /** How many pages the file holds. */
  count(file: DeliveredFile, signal?: AbortSignal): Promise<number>;
  read(request: ReadRequest, signal?: AbortSignal): Promise<ReadPage>;
  /** Names everything that shapes a reading (languages, versions): what was read under another recipe is read anew. */
  readonly recipe: string;
  close(): Promise<void>;
}
