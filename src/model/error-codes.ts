// Every code that a failure of foja can have. Codes are stable: scripts may match them. The text of each is in src/words/es/problems.ts,
// which does not compile while one is missing.

/** What was asked for: the command line, a request, the environment. */
type Asked =
  | 'bad-archive-url'
  | 'bad-assignment'
  | 'bad-config'
  | 'bad-export'
  | 'bad-index-url'
  | 'bad-queue-url'
  | 'bad-template'
  | 'index-needed'
  | 'invalid-date'
  | 'invalid-cursor'
  | 'invalid-page'
  | 'many-files'
  | 'no-reason'
  | 'not-available'
  | 'path-in-archive'
  | 'path-not-found'
  | 'port-unusable'
  | 'queue-is-local'
  | 'setup-needs-s3'
  | 'unknown-archive-url'
  | 'unknown-catalog'
  | 'unknown-field'
  | 'unknown-index-url'
  | 'unknown-ocr-url'
  | 'unknown-queue-url';

/** A value that a field does not take; one for each kind of field. */
type BadValue = `bad-value-${
  | 'text'
  | 'date'
  | 'hora'
  | 'count'
  | 'tipo'
  | 'numero'
  | 'persona'
  | 'lugar'
  | 'rubrica'
  | 'vigencia'
  | 'list'}`;

/** A delivered file: a scan, a manifest, a table of the archive. */
type Delivered =
  | 'bad-catalog'
  | 'bad-manifest'
  | 'bad-table'
  | 'changed-while-copying'
  | 'damaged'
  | 'empty'
  | 'encrypted'
  | 'file-unreadable'
  | 'folder-unreadable'
  | 'too-large'
  | 'undecodable'
  | 'unreadable-file'
  | 'unsupported'
  | 'xfa-form';

/** What reads pages. */
type Reading =
  | 'engine-crashed'
  | 'engine-failed'
  | 'engine-timeout'
  | 'language-missing'
  | 'model-damaged'
  | 'model-unusable'
  | 'open-timeout'
  | 'program-broken'
  | 'program-missing'
  | 'program-too-old'
  | 'reader-closed'
  | 'worker-lost';

/** The archive and its documents. */
type Archived =
  | 'bad-batch'
  | 'bad-date'
  | 'bad-document-id'
  | 'bad-inventory'
  | 'damaged-alto'
  | 'document-changed'
  | 'document-not-found'
  | 'file-changed'
  | 'file-not-found'
  | 'foreign-archive'
  | 'inventory-changed'
  | 'inventory-lost'
  | 'name-twice'
  | 'no-archive'
  | 'no-catalog'
  | 'no-such-fondo'
  | 'not-processed'
  | 'version-unfinished'
  | 'wrong-inventory';

/** The object store, be it a folder or a server. */
type Stored =
  | 'bad-key'
  | 'bad-prefix'
  | 'changed-meanwhile'
  | 'key-in-the-way'
  | 'no-bucket'
  | 'no-lock'
  | 'no-such-object'
  | 's3-denied'
  | 's3-no-credentials'
  | 's3-no-region'
  | 's3-unavailable'
  | 'store-busy'
  | 'store-full'
  | 'store-unfit'
  | 'stored-otherwise';

/** What the operating system says of a disk, by its own names in small letters; `disk-failed` is any other. */
type Disk =
  | 'cannot-write'
  | 'disk-failed'
  | 'eacces'
  | 'edquot'
  | 'eio'
  | 'emfile'
  | 'enfile'
  | 'enoent'
  | 'enospc'
  | 'eperm'
  | 'erofs'
  | 'exdev';

/** The queue. */
type Queued = 'job-lost' | 'queue-closed' | 'queue-denied' | 'queue-full' | 'queue-unavailable';

/** The search index. */
type Indexed =
  | 'index-busy'
  | 'index-closed'
  | 'index-damaged'
  | 'index-forbidden'
  | 'index-full'
  | 'index-missing'
  | 'index-outdated'
  | 'index-unavailable'
  | 'index-unusable'
  | 'not-an-index';

/** What a failure is, for programs. `defect` is what nobody expected. */
export type ErrorCode =
  | Asked
  | BadValue
  | Delivered
  | Reading
  | Archived
  | Stored
  | Disk
  | Queued
  | Indexed
  | 'defect';
