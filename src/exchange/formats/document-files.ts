import { type Archive, readHead, streamFile } from '../../archive/archive.ts';
import type { DocumentFormat } from './format.ts';

/** A form that lies in the archive as files: those whose name is meant. */
export const storedFiles = (
  name: string,
  contentType: string | null,
  isMeant: (file: string) => boolean,
): DocumentFormat => ({
  name,
  contentType,
  scope: 'document',
  async parts(archive: Archive, { id }) {
    const head = await readHead(archive, id);
    return Object.keys(head?.state ?? {})
      .filter(isMeant)
      .sort()
      .map((file) => ({
        name: file.slice(file.lastIndexOf('/') + 1),
        bytes: () => streamFile(archive, id, file),
      }));
  },
});
