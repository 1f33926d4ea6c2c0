/** Grows as bytes are written: unsigned integers in groups of seven bits, small ones in one byte. */
export class ByteSink {
  bytes = new Uint8Array(256);
  length = 0;

  integer(value: number): void {
    if (this.length + 5 > this.bytes.length) this.#grow(5);
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.bytes[this.length++] = (rest & 127) | 128;
    this.bytes[this.length++] = rest;
  }

  /** UTF-16 code units as integers: no decoder to call for three letters, and no text that cannot be kept. */
  letters(text: string, from: number): void {
    this.integer(text.length - from);
    for (let i = from; i < text.length; i++) this.integer(text.charCodeAt(i));
  }

  copy(source: Uint8Array, from: number, to: number): void {
    if (this.length + to - from > this.bytes.length) this.#grow(to - from);
    if (to - from > 48) {
      this.bytes.set(source.subarray(from, to), this.length);
      this.length += to - from;
    } else for (let i = from; i < to; i++) this.bytes[this.length++] = source[i]!; // quicker than a call, for a few
  }

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

/** Reads what a ByteSink wrote, in the same order. */
export class ByteSource {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  integer(): number {
    const { bytes } = this;
    let byte = bytes[this.at++]!;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }

  letters(): string {
    let text = '';
    for (let left = this.integer(); left > 0; left--) text += String.fromCharCode(this.integer());
    return text;
  }

  slice(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Small negative numbers as small unsigned ones. */
export const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
export const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);
