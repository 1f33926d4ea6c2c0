import type { CleanPage, ScannedPage } from '../document.ts';
import { eraseBorder, findBorder } from '../imaging/border.ts';
import { findComponents } from '../imaging/components.ts';
import { decode } from '../imaging/decode.ts';
import { findDirection } from '../imaging/direction.ts';
import { compose, invert, quarterTurn, scaling, turn } from '../imaging/geometry.ts';
import { findLetters, measureLetters } from '../imaging/letters.ts';
import { level } from '../imaging/level.ts';
import { estimatePaper, TILE } from '../imaging/paper.ts';
import type { PixelSource } from '../imaging/pixels.ts';
import { resample } from '../imaging/resample.ts';
import { shrink } from '../imaging/shrink.ts';
import { histogramOf, inkThreshold } from '../imaging/threshold.ts';
import type { GrayImage, OcrEngine } from '../ports/ocr-engine.ts';
const env = process.env;
export async function clean(page: ScannedPage, source: { pixels: PixelSource; orientation: number }) {
  const work = await decode(source.pixels, 12e6);
  const factor = Math.max(1, Math.round(Math.max(work.width, work.height) / 1700));
  const small = shrink(work, factor);
  const paper = estimatePaper(small);
  const mix: any = env.MIX ? (env.MIX === 'l' ? 'lightest' : +env.MIX) : 'lightest';
  const gray = level(small, paper, TILE, mix);
  const border = findBorder(gray, paper, 128);
  eraseBorder(gray, border, TILE);
  const threshold = inkThreshold(histogramOf(gray));
  const letters = findLetters(findComponents(gray, threshold), gray.width, gray.height);
  const direction = findDirection(letters, gray.width, gray.height);
  const turned = direction.rotation % 180 !== 0;
  const x = measureLetters(letters, turned);
  const full = level(work, paper, TILE * factor, mix, +(env.WHITE ?? 255));
  eraseBorder(full, border, TILE * factor);
  const toOriented = quarterTurn(direction.rotation, work.width, work.height);
  const oriented = turned ? { width: work.height, height: work.width } : { width: work.width, height: work.height };
  const angle = (Math.abs(direction.lean) * Math.PI) / 180;
  const upright = {
    width: Math.round(oriented.width * Math.cos(angle) + oriented.height * Math.sin(angle)),
    height: Math.round(oriented.height * Math.cos(angle) + oriented.width * Math.sin(angle)),
  };
  const toUpright = compose(toOriented, turn(-direction.lean, oriented, upright));
  const scale = x === null ? 1700 / upright.width : +(env.X ?? 20) / (x * factor);
  const toWork = compose(scaling(1 / scale), invert(toUpright));
  const image = resample(full, toWork, Math.round(upright.width * scale), Math.round(upright.height * scale));
  return { image, scale, direction, x: x && x * factor, threshold, border, upright, letters };
}
