/** How long every object of a store is kept from being removed or changed. */
export interface Retention {
  /** Under `governance` who has the right may lift it; under `compliance` nobody, not even the owner. */
  readonly mode: 'governance' | 'compliance';
  readonly count: number;
  readonly unit: 'days' | 'years';
}

/** What a server was seen to do. An archive needs all of it. */
export interface Fitness {
  /** What the server calls itself. */
  readonly server: string | null;
  readonly checkedAt: string;
  /** It refuses bytes that do not have the SHA-256 that was announced. */
  readonly checksums: boolean;
  /** Of many that create an object at once, exactly one succeeds. */
  readonly createsOnce: boolean;
  /** Of many that replace an object at once, exactly one succeeds. */
  readonly replacesOnce: boolean;
  /** As `createsOnce`, for objects that are sent in parts. */
  readonly createsLargeOnce: boolean;
}

/** Days after which leftovers in `work/` and of uploads go; null where the server takes no such rule. */
export interface Lifecycle {
  readonly workDays: number | null;
  readonly uploadDays: number | null;
}

/** What a server may be asked for and may not know. */
export type Asked = 'versioning' | 'lock' | 'lifecycle' | 'uploads';

/** What was done to make a store ready, and what it was seen to offer. */
export interface StoreReport {
  readonly bucket: string;
  readonly prefix: string;
  /** What the server calls itself. */
  readonly server: string | null;
  /** Whether this call made the bucket. */
  readonly created: boolean;
  /** Whether an archive may be written here. */
  readonly fit: boolean;
  readonly fitness: Fitness;
  /** Whether what is replaced or removed is kept as an older version. */
  readonly versioning: boolean;
  /** The default retention; null when it has none. */
  readonly lock: Retention | null;
  /** Whether it was tried to remove a locked version, and refused. */
  readonly worm: boolean;
  readonly lifecycle: Lifecycle;
  /** What the server refused, in its own words. */
  readonly refused: Readonly<Partial<Record<Asked, string>>>;
}

/** Makes the place of an archive ready, with a retention where one is wanted. May be run again. */
export type SetUpStore = (archive: string, retention: Retention | null) => Promise<StoreReport>;
