import type { Readable } from 'node:stream';

/** What a store knows of an object without reading it. `etag` changes whenever the bytes do. */
export interface ObjectInfo {
  readonly key: string;
  readonly bytes: number;
  readonly etag: string;
  /** When it was last put, ISO 8601, by the store's own clock. */
  readonly modifiedAt: string;
}

/** What `put` answers: the info without the time, and the digest (lower-case hex) of the bytes as stored. */
export interface StoredObject extends Omit<ObjectInfo, 'modifiedAt'> {
  readonly sha512: string;
}

/** What `get` answers: the bytes, and the etag to replace these very bytes by. */
export interface FetchedObject {
  readonly bytes: Uint8Array;
  readonly etag: string;
}

/** Bytes to store: small ones in memory, large ones as a file that is streamed; its path in bytes where it is not UTF-8. */
export type ObjectBody = Uint8Array | { readonly path: string | Buffer };

export interface PutOptions {
  /** `absent`: only if nothing is there; an etag: only if unchanged since. Else ConflictError. */
  readonly if?: 'absent' | { readonly etag: string };
  /** What the bytes must be, in lower-case hex; anything else is an IntegrityError and nothing appears. */
  readonly sha256?: string;
  readonly signal?: AbortSignal;
}

/**
 * Where the archive lives: keys to bytes, as any S3 or a folder can promise it.
 *
 * Keys are `/`-separated, relative, NFC, without empty segments, segments `.` or `..` (spaces around them or not), control
 * characters or backslashes; a segment has at most 255 bytes of UTF-8, a key 1,024; the first segment `.foja` is the
 * store's own. Anything else is a UsageError and touches nothing. No key may be the folder of another (UsageError where the store cannot hold both).
 * An object appears whole or not at all, and once `put` resolves it survives a power cut.
 * Of many writers that `put` the same key with `if: 'absent'`, exactly one succeeds; the others get a
 * ConflictError. Reading what is not there is a NotFoundError; removing it is no error.
 * `put` resolves only after what was stored has been compared with what was sent (IntegrityError).
 */
export interface ObjectStore {
  /** Stores and returns the info. Without `if`, replaces. */
  put(key: string, body: ObjectBody, options?: PutOptions): Promise<StoredObject>;
  get(key: string, signal?: AbortSignal): Promise<FetchedObject>;
  /** The bytes as a stream, from `start` to `end` inclusive where a range is given; a range past the end is cut short. */
  stream(key: string, options?: { start?: number; end?: number; signal?: AbortSignal }): Promise<Readable>;
  /** Null when there is no such object. */
  head(key: string, signal?: AbortSignal): Promise<ObjectInfo | null>;
  /**
   * Every object below the prefix (a whole segment path ending in `/`, or empty), in the order of the keys' UTF-8 bytes.
   * What cannot be listed is passed over, and is an error once all the rest has been given.
   */
  list(prefix: string, signal?: AbortSignal): AsyncIterable<ObjectInfo>;
  remove(key: string, signal?: AbortSignal): Promise<void>;
  /**
   * The object as a local file for libraries that must seek; the file may be the object itself: never write to it. A store that
   * makes a copy compares it with `sha512` (lower-case hex) where that is given (IntegrityError).
   */
  asFile(key: string, options?: { sha512?: string; signal?: AbortSignal }): Promise<LocalFile>;
  close(): Promise<void>;
}

/** A readable file and the promise to say when it is no longer needed. */
export interface LocalFile extends AsyncDisposable {
  readonly path: string;
}
