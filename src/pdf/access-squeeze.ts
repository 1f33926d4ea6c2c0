import type { AccessQuality } from '../imaging/access-image.ts';

// An access copy may not be larger than the scans it came from. Each page starts on step 0, the scan's own bytes where a PDF
// may carry them; where the whole comes out too large, the largest pages go down steps until it fits.
/** The steps after the scan's own bytes. Black and white loses nothing at scale 1 (JBIG2 instead of CCITT). */
const STEPS: readonly AccessQuality[] = [
  // 75 to 80 is what the field takes for access copies of text with stamps (docs of FADGI-like programmes).
  { quality: 78, scale: 1 },
  { quality: 65, scale: 1 },
  { quality: 60, scale: 0.75 },
  { quality: 50, scale: 0.5 },
];
/** What a page becomes on `step`; step 0 and 1 are the same for a page that must be encoded anyway. */
export const qualityOf = (step: number): AccessQuality => STEPS[Math.max(1, step) - 1]!;

// Typewriting stays legible at these; below, the copy is rather larger than the scans than useless.
const MIN_DPI = { tone: 150, bilevel: 200 } as const;

/** How a page came out. */
export interface Carried {
  readonly step: number;
  /** Bytes of its image. */
  readonly bytes: number;
  readonly kind: 'tone' | 'bilevel' | 'fixed';
  readonly dpi: number;
}

/** A page over several tries: the best that it came out, and how far it has been squeezed. */
export type Tried = Carried & { readonly tried: number };

/** Learns from a try; a page that came out no smaller (a JPEG that was squeezed before) keeps what it had. */
export const learn = (before: readonly Tried[] | null, carried: readonly Carried[]): Tried[] =>
  carried.map((page, index) => {
    const known = before?.[index];
    return known && known.bytes <= page.bytes
      ? { ...known, tried: page.step }
      : { ...page, tried: page.step };
  });

// What a step leaves of the one before, measured on 300 dpi letters: mozjpeg at 78 against scanners' own JPEG, JBIG2
// against CCITT Group 4, then from step to step. Only a forecast: the result is weighed again.
const FORECAST = { tone: [1, 0.6, 0.75, 0.55, 0.5], bilevel: [1, 0.8, 1, 0.7, 0.6] } as const;

/** The steps to try next, `excess` bytes having been too many; null when no page can go further. */
export function squeeze(pages: readonly Tried[], excess: number): number[] | null {
  const plan = pages.map((page) => ({ ...page }));
  let left = excess;
  let moved = false;
  while (left > 0) {
    const [next] = plan
      .map((page, index) => ({ index, to: nextStep(page), page }))
      .filter((candidate): candidate is typeof candidate & { to: number } => candidate.to !== null)
      .sort((a, b) => Number(isLossless(b)) - Number(isLossless(a)) || b.page.bytes - a.page.bytes);
    if (!next) break;
    const { page, to, index } = next;
    const bytes = page.kind === 'fixed' ? page.bytes : page.bytes * FORECAST[page.kind][to]!;
    left -= page.bytes - bytes;
    plan[index] = { ...page, step: to, tried: to, bytes };
    moved = true;
  }
  return moved ? plan.map(({ step }) => step) : null;
}

const isLossless = ({ page, to }: { page: Carried; to: number }) =>
  page.kind === 'bilevel' && qualityOf(to).scale === 1;

function nextStep({ tried, kind, dpi }: Tried): number | null {
  if (kind === 'fixed') return null;
  // Black and white has no qualities in between.
  const to = kind === 'bilevel' && tried === 1 ? 3 : tried + 1;
  if (to > STEPS.length) return null;
  const { scale } = qualityOf(to);
  return scale === 1 || scale * dpi >= MIN_DPI[kind] ? to : null;
}
