import type { GrayImage } from '../../ports/ocr-engine.ts';
import type { Paper } from './paper.ts';
import { TILE } from './paper.ts';

/** Tiles that are not page: scanner lid, dark table, black photocopy border. */
export interface Border {
  readonly outside: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Share of the picture, 0…1. */
  readonly share: number;
}

/** Against the brightest paper of the page: light may fall off by half on a page, a table is darker than that. */
const TABLE = 0.35;
/** A tile of closely set bold type is 45 % ink at most. */
const SOLID = 0.6;
const BLACK = 128;

/** Finds dark ground joined to the edge of the picture. `gray` is the levelled picture. */
export function findBorder(gray: GrayImage, paper: Paper): Border {
  const { width, height } = paper;
  const ground = groundOf(paper);
  const bright = percentile(ground, 0.9) * TABLE;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (ground[y * width + x]! < bright || inkShare(gray, x, y) > SOLID) dark[y * width + x] = 1;
  const outside = floodFromEdge(dark, width, height);
  let count = 0;
  for (const tile of outside) count += tile;
  return {
    outside: count === 0 ? outside : widen(outside, width, height),
    width,
    height,
    share: count / outside.length,
  };
}

/** Whitens the border in a picture whose tiles are `tile` pixels wide. */
export function eraseBorder(image: GrayImage, { outside, width, height }: Border, tile: number): void {
  for (let y = 0; y < image.height; y++) {
    const row = Math.min(height - 1, Math.floor(y / tile)) * width;
    for (let x = 0; x < width; x++)
      if (outside[row + x] === 1)
        image.data.fill(
          255,
          y * image.width + x * tile,
          y * image.width + Math.min(image.width, (x + 1) * tile),
        );
  }
}

function groundOf({ planes }: Paper): Uint8Array {
  const out = Uint8Array.from(planes[0]!);
  for (const plane of planes.slice(1))
    for (let i = 0; i < out.length; i++) out[i] = Math.max(out[i]!, plane[i]!);
  return out;
}

function percentile(values: Uint8Array, share: number): number {
  return Uint8Array.from(values).sort()[Math.floor(values.length * share)] ?? 0;
}

function inkShare({ data, width, height }: GrayImage, tileX: number, tileY: number): number {
  const [right, bottom] = [Math.min(width, (tileX + 1) * TILE), Math.min(height, (tileY + 1) * TILE)];
  let [ink, count] = [0, 0];
  for (let y = tileY * TILE; y < bottom; y++)
    for (let x = tileX * TILE; x < right; x++, count++) if (data[y * width + x]! < BLACK) ink++;
  return ink / count;
}

function floodFromEdge(dark: Uint8Array, width: number, height: number): Uint8Array {
  const outside = new Uint8Array(dark.length);
  const queue: number[] = [];
  const visit = (x: number, y: number) => {
    const at = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || dark[at] === 0 || outside[at] === 1) return;
    outside[at] = 1;
    queue.push(at);
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) visit(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) visit(x, y);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    visit(x - 1, y);
    visit(x + 1, y);
    visit(x, y - 1);
    visit(x, y + 1);
  }
  return outside;
}

/** One tile more on every side: the edge of a border is ragged. */
function widen(tiles: Uint8Array, width: number, height: number): Uint8Array {
  const out = Uint8Array.from(tiles);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (tiles[y * width + x] === 0) continue;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++)
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) out[ny * width + nx] = 1;
    }
  return out;
}
