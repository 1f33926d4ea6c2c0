import { squareSize } from '../imaging/draw/frame.ts';
import { applyTo, compose, invert, mapBox, scaling } from '../imaging/draw/geometry.ts';
import { decode } from '../imaging/open/decode.ts';
import type { Affine, Box, CleanPage, Line, PageFlag, ReadPage } from '../model/document.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';
import { asRead } from './as-read.ts';
import { type CleanSource, clean, WORK_PIXELS } from './clean.ts';
import type { Mend } from './mends/mend.ts';
import { recognize } from './recognize.ts';

/** What a half may be said to be of the scan as a whole. */
const SHARED: readonly PageFlag[] = ['curved', 'low-resolution', 'orientation-unsure'];

/**
 * Reads a scan of an open book: the page at the left, then the one at the right, each straightened and flattened by itself. They stay
 * one page of the document, as they are one scan; what is read of each lies where it is on the scan.
 */
export async function readSpread(
  page: CleanPage,
  gutter: number,
  source: CleanSource,
  engine: OcrEngine,
  mends?: readonly Mend[],
): Promise<ReadPage> {
  const { width, height } = page.upright;
  const lines: Line[] = [];
  const flags = new Set<PageFlag>([...page.flags, 'spread']);
  for (const half of [
    { x: 0, y: 0, width: gutter, height },
    { x: gutter, y: 0, width: width - gutter, height },
  ]) {
    const region = wholePixels(mapBox(page.toSource, half), page);
    const read = await readRegion(page, region, source, engine, mends);
    const first = 1 + Math.max(-1, ...lines.map(({ block }) => block));
    lines.push(...read.lines.map((line) => ({ ...line, block: first + line.block })));
    for (const flag of read.flags) if (SHARED.includes(flag)) flags.add(flag);
  }
  return asRead({ ...page, flags: [...flags] }, lines, engine.name);
}

async function readRegion(
  page: CleanPage,
  region: Box,
  source: CleanSource,
  engine: OcrEngine,
  mends: readonly Mend[] | undefined,
): Promise<ReadPage> {
  const { stretch, orientation } = source;
  const pixels = await decode(source.pixels, WORK_PIXELS, stretch, region);
  const square = squareSize({ ...region, stretch });
  const alone = {
    ...{ number: page.number, source: page.source, width: pixels.width, height: pixels.height },
    dpi: page.dpi === null ? null : (page.dpi * pixels.width) / square.width,
  };
  const cleaned = await clean(
    alone,
    { pixels: { kind: 'raw', ...pixels }, orientation, stretch: { x: 1, y: 1 } },
    engine,
  );
  const read = await recognize(cleaned, engine, mends);
  const toScan = compose(scaling(region.width / pixels.width, region.height / pixels.height), [
    ...([1, 0, 0, 1, region.x, region.y] as const),
  ]);
  const place = placeOn(toScan, invert(page.toSource), square.width / pixels.width);
  const lines = read.lines.map((line) => ({ ...place(line), words: line.words.map(place) }));
  return { ...read, lines };
}

/** Moves boxes of a half to the scan, and upright ones, as large as they are, to where that is in the upright frame of the whole. */
const placeOn =
  (toScan: Affine, toFrame: Affine, scale: number) =>
  <T extends { readonly box: Box; readonly upright: Box }>(it: T): T => {
    const box = mapBox(toScan, it.box);
    const [x, y] = applyTo(toFrame, box.x + box.width / 2, box.y + box.height / 2);
    const [width, height] = [it.upright.width * scale, it.upright.height * scale];
    return { ...it, box, upright: { x: x - width / 2, y: y - height / 2, width, height } };
  };

function wholePixels(box: Box, page: { readonly width: number; readonly height: number }): Box {
  const [x, y] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  return {
    ...{ x, y },
    width: Math.min(page.width, Math.ceil(box.x + box.width)) - x,
    height: Math.min(page.height, Math.ceil(box.y + box.height)) - y,
  };
}
