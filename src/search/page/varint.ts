/** Writes whole numbers (up to ±2^30) and texts, small numbers in one byte. */
export class ByteWriter {
  readonly #bytes: number[] = [];
  readonly #texts: Buffer[] = [];

  integer(value: number): void {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0; // the sign in the lowest bit
    for (; rest > 127; rest >>>= 7) this.#bytes.push((rest & 127) | 128);
    this.#bytes.push(rest);
  }

  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.integer(bytes.length);
    this.#texts.push(Buffer.from(this.#bytes), bytes);
    this.#bytes.length = 0;
  }

  bytes(): Buffer {
    return Buffer.concat([...this.#texts, Buffer.from(this.#bytes)]);
  }
}

/** Reads what ByteWriter wrote, in the same order. */
export class ByteReader {
  readonly #bytes: Buffer;
  /** Where the next value begins. */
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  integer(): number {
    let value = 0;
    let byte: number;
    let shift = 0;
    do {
      byte = this.#bytes.readUInt8(this.at++);
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return (value >>> 1) ^ -(value & 1);
  }

  text(): string {
    const length = this.integer();
    this.at += length;
    return this.#bytes.toString('utf8', this.at - length, this.at);
  }
}
