import type { FileHandle } from 'node:fs/promises';

/**
 * Whether a TIFF holds more than one page, from its directory chain alone: grouping asks this of every file of a folder, by a
 * handle, because the name may not be text. Reduced copies (thumbnails) are no pages. False for anything malformed.
 */
export async function hasSeveralPages(file: FileHandle): Promise<boolean> {
  const read = async (position: number, length: number) => {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
    return bytesRead === length ? buffer : null;
  };
  const header = await read(0, 16);
  if (!header) return false;
  const little = header.toString('latin1', 0, 2) === 'II';
  const u16 = (b: Buffer, at: number) => (little ? b.readUInt16LE(at) : b.readUInt16BE(at));
  const u32 = (b: Buffer, at: number) => (little ? b.readUInt32LE(at) : b.readUInt32BE(at));
  const u64 = (b: Buffer, at: number) => Number(little ? b.readBigUInt64LE(at) : b.readBigUInt64BE(at));
  const big = u16(header, 2) === 43;
  const [countSize, entrySize, offset] = big ? [8, 20, u64] : [2, 12, u32];

  let pages = 0;
  let directory = offset(header, big ? 8 : 4);
  // Two full pages answer the question; the bound is for a chain that loops or holds thumbnails only.
  for (let i = 0; i < 64 && directory > 0 && pages < 2; i++) {
    const head = await read(directory, countSize);
    if (!head) return false;
    const count = big ? u64(head, 0) : u16(head, 0);
    if (count === 0 || count > 4096) return false;
    const body = await read(directory + countSize, count * entrySize + (big ? 8 : 4));
    if (!body) return false;
    let reduced = false;
    for (let entry = 0; entry < count; entry++) {
      const at = entry * entrySize;
      // NewSubfileType (254), bit 0: a reduced copy of another image in this file.
      if (u16(body, at) === 254) reduced = (u32(body, at + (big ? 12 : 8)) & 1) === 1;
    }
    if (!reduced) pages++;
    directory = offset(body, count * entrySize);
  }
  return pages > 1;
}
