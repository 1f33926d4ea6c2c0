// The archive: an OCFL 1.1 storage root with one object per document. Any OCFL tool can read it without foja.
// The face that other rooms see.
export { type Head, isNewest, readHead } from './head.ts';
export { listDocuments } from './list.ts';
export { type Archive, openArchive } from './open-archive.ts';
export { openFile, readFile, readRecord, streamFile } from './read.ts';
export { addVersion, receive } from './write.ts';
