// The MQ coder of ITU-T T.88, annex E. Rows of table E.1: Qe, next state after a more and a less probable symbol, switch.
const STATES: readonly (readonly [number, number, number, number])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 2, 6, 0],
  [0x1801, 3, 9, 0],
  [0x0ac1, 4, 12, 0],
  [0x0521, 5, 29, 0],
  [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1],
  [0x5401, 8, 14, 0],
  [0x4801, 9, 14, 0],
  [0x3801, 10, 14, 0],
  [0x3001, 11, 17, 0],
  [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0],
  [0x1601, 29, 21, 0],
  [0x5601, 15, 14, 1],
  [0x5401, 16, 14, 0],
  [0x5101, 17, 15, 0],
  [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0],
  [0x3401, 20, 18, 0],
  [0x3001, 21, 19, 0],
  [0x2801, 22, 19, 0],
  [0x2401, 23, 20, 0],
  [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0],
  [0x1801, 26, 23, 0],
  [0x1601, 27, 24, 0],
  [0x1401, 28, 25, 0],
  [0x1201, 29, 26, 0],
  [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0],
  [0x09c1, 32, 29, 0],
  [0x08a1, 33, 30, 0],
  [0x0521, 34, 31, 0],
  [0x0441, 35, 32, 0],
  [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0],
  [0x0141, 38, 35, 0],
  [0x0111, 39, 36, 0],
  [0x0085, 40, 37, 0],
  [0x0049, 41, 38, 0],
  [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0],
  [0x0009, 44, 41, 0],
  [0x0005, 45, 42, 0],
  [0x0001, 45, 43, 0],
  [0x5601, 46, 46, 0],
];
const QE = Uint16Array.from(STATES, ([qe]) => qe);
const NEXT_MORE = Uint8Array.from(STATES, ([, more]) => more);
const NEXT_LESS = Uint8Array.from(STATES, ([, , less]) => less);
const SWITCH = Uint8Array.from(STATES, ([, , , flip]) => flip);

/** Codes rows of bits, each bit in one of `contexts` contexts that learn how likely it is. */
export interface ArithmeticEncoder {
  encode(contexts: Uint16Array, bits: Uint8Array): void;
  /** What was coded, with the marker that ends it. */
  finish(): Buffer;
}

/** A coder with nothing learnt yet. Names and steps are those of the standard's flow charts. */
export function arithmeticEncoder(contexts: number): ArithmeticEncoder {
  const state = new Uint8Array(contexts);
  const likely = new Uint8Array(contexts);
  const out = byteSink();
  let a = 0x8000;
  let c = 0;
  let ct = 12;
  let byte = -1;

  // Both return what is left of C.
  const shiftOut = (code: number, bits: number) => {
    if (byte >= 0) out.put(byte);
    byte = code >> (27 - bits);
    ct = bits;
    return code & ((1 << (27 - bits)) - 1);
  };
  const byteOut = (code: number) => {
    if (byte === 0xff) return shiftOut(code, 7);
    if (code < 0x8000000) return shiftOut(code, 8);
    byte++;
    return byte === 0xff ? shiftOut(code & 0x7ffffff, 7) : shiftOut(code - 0x8000000, 8);
  };

  return {
    // Registers are local to the loop: one page is nine million turns of it.
    encode(row, bits) {
      let [ra, rc] = [a, c];
      for (let i = 0; i < row.length; i++) {
        const context = row[i]!;
        const now = state[context]!;
        const qe = QE[now]!;
        const bit = bits[i]!;
        ra -= qe;
        if (bit === likely[context]) {
          if ((ra & 0x8000) !== 0) {
            rc += qe;
            continue;
          }
          if (ra < qe) ra = qe;
          else rc += qe;
          state[context] = NEXT_MORE[now]!;
        } else {
          if (ra < qe) rc += qe;
          else ra = qe;
          if (SWITCH[now] === 1) likely[context] = bit;
          state[context] = NEXT_LESS[now]!;
        }
        do {
          ra <<= 1;
          rc <<= 1;
          if (--ct === 0) rc = byteOut(rc);
        } while ((ra & 0x8000) === 0);
      }
      [a, c] = [ra, rc];
    },
    finish() {
      const most = c + a;
      c |= 0xffff;
      if (c >= most) c -= 0x8000;
      c = byteOut(c << ct);
      c = byteOut(c << ct);
      out.put(byte);
      if (byte !== 0xff) out.put(0xff);
      out.put(0xac);
      return out.bytes();
    },
  };
}

function byteSink() {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  return {
    put(value: number) {
      if (length === bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = value;
    },
    bytes: () => Buffer.from(bytes.buffer, 0, length),
  };
}
