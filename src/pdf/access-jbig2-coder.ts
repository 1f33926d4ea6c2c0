// The MQ coder of ITU-T T.88, annex E. Rows of table E.1: Qe, next state after a more and a less probable symbol, switch.
const STATES: readonly (readonly [number, number, number, number])[] = [
  [0x5601, 1, 1, 1], [0x3401, 2, 6, 0], [0x1801, 3, 9, 0], [0x0ac1, 4, 12, 0], [0x0521, 5, 29, 0], [0x0221, 38, 33, 0],
  [0x5601, 7, 6, 1], [0x5401, 8, 14, 0], [0x4801, 9, 14, 0], [0x3801, 10, 14, 0], [0x3001, 11, 17, 0], [0x2401, 12, 18, 0],
  [0x1c01, 13, 20, 0], [0x1601, 29, 21, 0], [0x5601, 15, 14, 1], [0x5401, 16, 14, 0], [0x5101, 17, 15, 0], [0x4801, 18, 16, 0],
  [0x3801, 19, 17, 0], [0x3401, 20, 18, 0], [0x3001, 21, 19, 0], [0x2801, 22, 19, 0], [0x2401, 23, 20, 0], [0x2201, 24, 21, 0],
  [0x1c01, 25, 22, 0], [0x1801, 26, 23, 0], [0x1601, 27, 24, 0], [0x1401, 28, 25, 0], [0x1201, 29, 26, 0], [0x1101, 30, 27, 0],
  [0x0ac1, 31, 28, 0], [0x09c1, 32, 29, 0], [0x08a1, 33, 30, 0], [0x0521, 34, 31, 0], [0x0441, 35, 32, 0], [0x02a1, 36, 33, 0],
  [0x0221, 37, 34, 0], [0x0141, 38, 35, 0], [0x0111, 39, 36, 0], [0x0085, 40, 37, 0], [0x0049, 41, 38, 0], [0x0025, 42, 39, 0],
  [0x0015, 43, 40, 0], [0x0009, 44, 41, 0], [0x0005, 45, 42, 0], [0x0001, 45, 43, 0], [0x5601, 46, 46, 0],
];
const QE = Uint16Array.from(STATES, ([qe]) => qe);
const NEXT_MORE = Uint8Array.from(STATES, ([, more]) => more);
const NEXT_LESS = Uint8Array.from(STATES, ([, , less]) => less);
const SWITCH = Uint8Array.from(STATES, ([, , , flip]) => flip);

/** Codes bits, each in one of `contexts` contexts that learn how likely it is. */
export interface ArithmeticEncoder {
  encode(context: number, bit: number): void;
  /** What was coded, with the marker that ends it. */
  finish(): Buffer;
}

/** A coder with nothing learnt yet. Names and steps are those of the standard's flow charts. */
export function arithmeticEncoder(contexts: number): ArithmeticEncoder {
  const state = new Uint8Array(contexts);
  const likely = new Uint8Array(contexts);
  let out = new Uint8Array(1 << 16);
  let length = 0;
  let byte = -1;
  let a = 0x8000;
  let c = 0;
  let ct = 12;

  const put = (value: number) => {
    if (length === out.length) {
      const larger = new Uint8Array(out.length * 2);
      larger.set(out);
      out = larger;
    }
    out[length++] = value;
  };
  const shiftOut = (bits: number) => {
    if (byte >= 0) put(byte);
    byte = c >> (27 - bits);
    c &= (1 << (27 - bits)) - 1;
    ct = bits;
  };
  const byteOut = () => {
    if (byte === 0xff) return shiftOut(7);
    if (c >= 0x8000000) {
      byte++;
      if (byte === 0xff) {
        c &= 0x7ffffff;
        return shiftOut(7);
      }
      c -= 0x8000000;
    }
    shiftOut(8);
  };
  const renormalise = () => {
    do {
      a <<= 1;
      c <<= 1;
      if (--ct === 0) byteOut();
    } while ((a & 0x8000) === 0);
  };

  return {
    encode(context, bit) {
      const now = state[context]!;
      const qe = QE[now]!;
      a -= qe;
      if (bit === likely[context]) {
        if ((a & 0x8000) !== 0) {
          c += qe;
          return;
        }
        if (a < qe) a = qe;
        else c += qe;
        state[context] = NEXT_MORE[now]!;
      } else {
        if (a < qe) c += qe;
        else a = qe;
        if (SWITCH[now] === 1) likely[context] = bit;
        state[context] = NEXT_LESS[now]!;
      }
      renormalise();
    },
    finish() {
      const most = c + a;
      c |= 0xffff;
      if (c >= most) c -= 0x8000;
      c <<= ct;
      byteOut();
      c <<= ct;
      byteOut();
      if (byte >= 0) put(byte);
      if (byte !== 0xff) put(0xff);
      put(0xac);
      return Buffer.from(out.buffer, 0, length);
    },
  };
}
