import { fstatSync, readSync } from 'node:fs';

/** The name under which PDFium finds the delivered file; nothing else can be opened. */
export const PDF_NAME = '/delivered.pdf';

const FD = 77;
const ENOENT = -44;
// musl: st_mode at 4, st_size at 24, 96 bytes in all.
const STAT = { bytes: 96, mode: 4, size: 24 };
const REGULAR_FILE = 0o100644;
// PDFium reads syntax in pieces of 512 bytes; what is larger is a stream, read in one go.
const STREAM_BYTES = 1024;

type Calls = Record<string, (...args: never[]) => unknown>;

/** The file as PDFium reads it, piece by piece, and where it read what. */
export interface FileCalls {
  readonly imports: WebAssembly.Imports;
  setMemory(memory: WebAssembly.Memory): void;
  /** Offsets of the reads of exactly this many bytes: where a stream of that length lies. */
  readsOf(length: number): readonly number[];
  /** Bytes read so far. */
  bytesRead(): number;
  /** Bytes of the file, fewer at its end. */
  peek(position: number, length: number): Buffer;
}

/**
 * Stands in for the file system calls of the WASM build, so that PDFium reads the open file `fd` where it needs
 * it instead of having it copied into its memory whole: a 2 GB PDF costs what its largest page costs.
 */
export function fileCalls(fd: number, original: WebAssembly.Imports): FileCalls {
  const env = { ...original['env'] } as Calls;
  const wasi = { ...original['wasi_snapshot_preview1'] } as Calls;
  const { size } = fstatSync(fd);
  const reads = new Map<number, number[]>();
  let memory: WebAssembly.Memory | null = null;
  let position = 0;
  let allRead = 0;
  const bytes = () => new Uint8Array(memory!.buffer);
  const view = () => new DataView(memory!.buffer);

  const nameAt = (pointer: number) => {
    const heap = bytes();
    return Buffer.from(heap.subarray(pointer, heap.indexOf(0, pointer))).toString('latin1');
  };
  const note = (length: number, at: number) => {
    const known = reads.get(length);
    if (known) known.push(at);
    else reads.set(length, [at]);
  };
  env['__syscall_openat'] = (_dir: number, name: number) => (nameAt(name) === PDF_NAME ? FD : ENOENT);
  env['__syscall_fstat64'] = (_fd: number, at: number) => {
    bytes().fill(0, at, at + STAT.bytes);
    view().setInt32(at + STAT.mode, REGULAR_FILE, true);
    view().setBigInt64(at + STAT.size, BigInt(size), true);
    return 0;
  };
  wasi['fd_seek'] = (_fd: number, offset: bigint, whence: number, out: number) => {
    position = Number(offset) + ([0, position, size][whence] ?? 0);
    view().setBigInt64(out, BigInt(position), true);
    return 0;
  };
  wasi['fd_read'] = (_fd: number, vectors: number, count: number, out: number) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      const [pointer, length] = [0, 4].map((o) => view().getUint32(vectors + 8 * i + o, true)) as [
        number,
        number,
      ];
      const got = length > 0 ? readSync(fd, bytes(), pointer, length, position) : 0;
      if (got >= STREAM_BYTES) note(got, position);
      position += got;
      total += got;
      allRead += got;
      if (got < length) break;
    }
    view().setUint32(out, total, true);
    return 0;
  };
  wasi['fd_close'] = () => 0;

  return {
    imports: { ...original, env, wasi_snapshot_preview1: wasi } as unknown as WebAssembly.Imports,
    setMemory: (it) => {
      memory = it;
    },
    readsOf: (length) => reads.get(length) ?? [],
    bytesRead: () => allRead,
    peek: (from, length) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(fd, buffer, 0, length, from));
    },
  };
}
