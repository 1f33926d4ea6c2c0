import path from 'node:path';
import type { Writable } from 'node:stream';
import { readHead, streamFile } from '../archive/archive.ts';
import { requireDocument } from '../archive/records.ts';
import { InputError, UsageError } from '../model/errors.ts';
import type { Workspace } from '../workspace.ts';
import { documentText } from './formats/document-text.ts';
import { writeTo, writeWhole } from './write-whole.ts';

export type ExportFormat = 'text' | 'pdf' | 'alto' | 'original' | 'record';

/**
 * Writes a document in one of its forms to a file, to a folder (`alto` and `original`, which may be many files; any form when
 * the target ends in `/`), or to a stream. Returns the paths written. A file appears whole or not at all.
 */
export async function exportDocument(
  workspace: Workspace,
  id: string,
  format: ExportFormat,
  target: string | Writable,
): Promise<string[]> {
  const { record } = await requireDocument(workspace.archive, id);
  const head = await readHead(workspace.archive, id);
  const parts = Object.keys(head!.state)
    .filter((name) => PARTS[format](name))
    .sort();
  if (format !== 'text' && parts.length === 0) {
    throw new InputError(
      'not-available',
      `Document ${id} (${record.status}) has no ${format}: see foja show ${id}.`,
      { about: `${id}: ${format}` },
    );
  }
  const open = (part: string) => streamFile(workspace.archive, id, part);
  const text = async () => [Buffer.from(await documentText(workspace.archive, record))];
  const bytes = (part: string) => (format === 'text' ? text() : open(part));
  const names = format === 'text' ? ['text.txt'] : parts;

  if (typeof target !== 'string') {
    if (names.length > 1)
      throw new UsageError('many-files', `${names.length} files do not fit one output: give a folder to -o.`);
    await writeTo(target, await bytes(names[0]!));
    return [];
  }
  const intoFolder = names.length > 1 || target.endsWith('/');
  const written: string[] = [];
  for (const name of names) {
    const file = intoFolder ? path.join(target, path.basename(name)) : target;
    await writeWhole(file, await bytes(name));
    written.push(file);
  }
  return written;
}

const PARTS: Record<ExportFormat, (name: string) => boolean> = {
  text: () => false,
  pdf: (name) => name === 'access.pdf',
  alto: (name) => name.startsWith('alto/'),
  original: (name) => name.startsWith('original/'),
  record: (name) => name === 'record.json',
};
