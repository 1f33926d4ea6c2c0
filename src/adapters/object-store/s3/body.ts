import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AccessError, IntegrityError } from '../../../model/errors.ts';
import type { ObjectBody } from '../../../ports/object-store.ts';
import { errnoOf } from '../disk-errors.ts';

/** What is sent in one request; whatever is larger goes in parts of this size. S3 wants 5 MiB at least. */
export const PART_BYTES = 8 * 1024 * 1024;
/** As many parts as S3 takes. */
const MAX_PARTS = 10_000;

/** A body as it goes out: part by part, each a buffer of its own, and at the end its digest. */
export interface Outgoing {
  readonly bytes: number;
  readonly parts: AsyncIterable<Buffer>;
  /** Lower-case hex. To be asked for once all parts have been given; IntegrityError if they were not what was announced. */
  finish(): string;
}

/** Opens a body for one reading: what is hashed is what is sent. AccessError when a file cannot be read. */
export async function openBody(
  body: ObjectBody,
  sha256: string | undefined,
): Promise<Outgoing & AsyncDisposable> {
  const name = 'path' in body ? String(body.path) : 'the bytes';
  const file = 'path' in body ? await open(body.path).catch(unreadable(name)) : null;
  const bytes = 'path' in body ? (await file!.stat()).size : body.byteLength;
  const size = Math.max(PART_BYTES, Math.ceil(bytes / MAX_PARTS));
  const digest = createHash('sha512');
  const announced = sha256 === undefined ? null : createHash('sha256');
  let sent = 0;

  async function* parts() {
    for (let start = 0; start < bytes || start === 0; start += size) {
      const length = Math.min(size, bytes - start);
      const part = file
        ? await readPart(file, start, length).catch(unreadable(name))
        : Buffer.from((body as Uint8Array).subarray(start, start + length));
      digest.update(part);
      announced?.update(part);
      sent += part.length;
      yield part;
    }
  }

  return {
    bytes,
    parts: parts(),
    finish() {
      if (sent !== bytes || (announced && announced.digest('hex') !== sha256))
        throw new IntegrityError(
          'changed-while-copying',
          `${name} changed since it was identified: nothing was stored, run the same command again.`,
          { about: name },
        );
      return digest.digest('hex');
    },
    async [Symbol.asyncDispose]() {
      await file?.close();
    },
  };
}

async function readPart(
  file: Awaited<ReturnType<typeof open>>,
  start: number,
  length: number,
): Promise<Buffer> {
  const part = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(part, filled, length - filled, start + filled);
    // It has become shorter: finish() says so.
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}

const unreadable = (name: string) => (error: unknown) => {
  if (errnoOf(error) === null) throw error;
  throw new AccessError(
    'file-unreadable',
    `Cannot read ${name}, which was to be stored: check that it is there and may be read.`,
    { about: name, cause: error },
  );
};
