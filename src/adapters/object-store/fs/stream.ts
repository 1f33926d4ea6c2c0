import type { FileHandle } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';

/** Bytes read at a time. */
const CHUNK = 256 * 1024;

/** The open file as a stream that closes it, with its errors translated. `end` is inclusive. */
export function streamFile(
  file: FileHandle,
  range: { readonly start?: number; readonly end?: number; readonly signal?: AbortSignal },
  translate: (error: unknown) => unknown,
): Readable {
  let position = range.start ?? 0;
  const stop = (range.end ?? Number.MAX_SAFE_INTEGER - 1) + 1;
  const stream = new Readable({
    highWaterMark: CHUNK,
    read() {
      const length = Math.min(CHUNK, stop - position);
      if (length <= 0) {
        this.push(null);
        return;
      }
      file.read(Buffer.allocUnsafe(length), 0, length, position).then(
        ({ bytesRead, buffer }) => {
          position += bytesRead;
          this.push(bytesRead === 0 ? null : buffer.subarray(0, bytesRead));
        },
        (error: unknown) => this.destroy(translate(error) as Error),
      );
    },
    destroy(error, done) {
      file.close().then(
        () => done(error),
        (closing: unknown) => done(error ?? (translate(closing) as Error)),
      );
    },
  });
  return range.signal ? addAbortSignal(range.signal, stream) : stream;
}
