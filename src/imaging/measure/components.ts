import type { GrayImage } from '../../ports/ocr-engine.ts';

/** Connected ink, as columns: the i-th piece has box (x0[i], y0[i])…(x1[i], y1[i]) inclusive and area[i] pixels. */
export interface Components {
  readonly count: number;
  readonly x0: Int32Array;
  readonly y0: Int32Array;
  readonly x1: Int32Array;
  readonly y1: Int32Array;
  readonly area: Int32Array;
}

/** Pieces of 8-connected pixels darker than `threshold`, found row by row as runs. */
export function findComponents({ data, width, height }: GrayImage, threshold: number): Components {
  const runs = new Runs();
  const fours = foursOf(data);
  let above: readonly [number, number] = [0, 0];
  for (let y = 0; y < height; y++) {
    const first = runs.count;
    const end = (y + 1) * width;
    for (let at = y * width; at < end; at++) {
      if (data[at]! >= threshold) {
        // Most of a levelled page is white: stepping over it four pixels at a time halves the time of a pass.
        if ((at & 3) === 3) while (at + 4 < end && fours[(at + 1) >> 2] === WHITE) at += 4;
        continue;
      }
      const start = at;
      while (at < end && data[at]! < threshold) at++;
      runs.add(start - y * width, at - 1 - y * width, y);
    }
    runs.join(above[0], above[1], first, runs.count);
    above = [first, runs.count];
  }
  return runs.components();
}

/** Four white pixels. */
const WHITE = -1;

/** Four pixels at a time; none of those of a picture that does not begin at a whole number. */
function foursOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return byteOffset % 4 === 0 ? new Int32Array(buffer, byteOffset, length >> 2) : new Int32Array(0);
}

/** Runs of ink with a union-find over them. */
class Runs {
  count = 0;
  #x0 = new Int32Array(1 << 16);
  #x1 = new Int32Array(1 << 16);
  #y = new Int32Array(1 << 16);
  #parent = new Int32Array(1 << 16);

  add(x0: number, x1: number, y: number): void {
    if (this.count === this.#x0.length) this.#grow();
    this.#x0[this.count] = x0;
    this.#x1[this.count] = x1;
    this.#y[this.count] = y;
    this.#parent[this.count] = this.count;
    this.count++;
  }

  /** Unites the runs of one row with those of the row above that they touch. */
  join(above: number, aboveEnd: number, first: number, end: number): void {
    let i = above;
    for (let j = first; j < end; j++) {
      while (i < aboveEnd && this.#x1[i]! < this.#x0[j]! - 1) i++;
      for (let k = i; k < aboveEnd && this.#x0[k]! <= this.#x1[j]! + 1; k++) {
        const [a, b] = [this.#root(k), this.#root(j)];
        if (a < b) this.#parent[b] = a;
        else this.#parent[a] = b;
      }
    }
  }

  components(): Components {
    const label = new Int32Array(this.count);
    let count = 0;
    for (let i = 0; i < this.count; i++) label[i] = this.#parent[i] === i ? count++ : label[this.#root(i)]!;
    const x0 = new Int32Array(count).fill(0x7fffffff);
    const y0 = new Int32Array(count).fill(0x7fffffff);
    const [x1, y1, area] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    for (let i = 0; i < this.count; i++) {
      const c = label[i]!;
      x0[c] = Math.min(x0[c]!, this.#x0[i]!);
      x1[c] = Math.max(x1[c]!, this.#x1[i]!);
      y0[c] = Math.min(y0[c]!, this.#y[i]!);
      y1[c] = Math.max(y1[c]!, this.#y[i]!);
      area[c]! += this.#x1[i]! - this.#x0[i]! + 1;
    }
    return { count, x0, y0, x1, y1, area };
  }

  #root(run: number): number {
    const parent = this.#parent;
    while (parent[run] !== run) {
      parent[run] = parent[parent[run]!]!;
      run = parent[run]!;
    }
    return run;
  }

  #grow(): void {
    const grow = (old: Int32Array) => {
      const bigger = new Int32Array(old.length * 2);
      bigger.set(old);
      return bigger;
    };
    this.#x0 = grow(this.#x0);
    this.#x1 = grow(this.#x1);
    this.#y = grow(this.#y);
    this.#parent = grow(this.#parent);
  }
}
