import type { AccessQuality } from '../../imaging/draw/access-image.ts';

// An access copy may not be larger than the scans it came from. Each page starts on step 0, the scan's own bytes where a PDF
// may carry them; where the whole comes out too large, pages go down steps until it fits.

/** Quality and share of a JPEG's own quality, and size. Black and white has no qualities: it is lossless at scale 1. */
const STEPS = [
  // 75 to 80 is what the field takes for access copies of text with stamps (docs of FADGI-like programmes).
  { quality: 78, share: 0.88, scale: 1 },
  { quality: 65, share: 0.78, scale: 1 },
  { quality: 55, share: 0.68, scale: 1 },
  { quality: 60, share: 0.88, scale: 0.75 },
  { quality: 50, share: 0.78, scale: 0.5 },
] as const;
const FIRST_SMALLER = 4;
// Typewriting stays legible at these; below, the copy is rather larger than the scans than useless.
const MIN_DPI = { tone: 150, bilevel: 200 } as const;
const MIN_QUALITY = 30;
// A JPEG that does not say: what scanners write.
const USUAL_QUALITY = 90;

/** What a page becomes on `step`, having been delivered as a JPEG of quality `own` (0: it was not, or does not say). */
export function qualityOf(step: number, own: number): AccessQuality {
  const { quality, share, scale } = STEPS[Math.max(1, step) - 1]!;
  return { quality: Math.max(MIN_QUALITY, Math.min(quality, Math.round((own || 100) * share))), scale };
}

/** How a page came out. */
export interface Carried {
  readonly step: number;
  /** Bytes of its image. */
  readonly bytes: number;
  readonly kind: 'tone' | 'bilevel' | 'fixed';
  readonly dpi: number;
  /** The quality of the JPEG that was delivered; 0 where it was none or does not say. */
  readonly own: number;
}

/** A page over several tries: the best that it came out, and how far it has been squeezed. */
export type Tried = Carried & { readonly tried: number };

/** Learns from a try; a page that came out no smaller (a JPEG that was squeezed before) keeps what it had. */
export const learn = (before: readonly Tried[] | null, carried: readonly Carried[]): Tried[] =>
  carried.map((page, index) => {
    const known = before?.[index];
    if (!known) return { ...page, tried: page.step };
    const best = known.bytes <= page.bytes ? known : page;
    return { ...best, own: known.own, tried: Math.max(known.tried, page.step) };
  });

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
    const bytes = (page.bytes * weight(page, to)) / weight(page, page.step);
    left -= page.bytes - bytes;
    plan[index] = { ...page, step: to, tried: to, bytes };
    moved = true;
  }
  return moved ? plan.map(({ step }) => step) : null;
}

const isLossless = ({ page, to }: { page: Carried; to: number }) =>
  page.kind === 'bilevel' && to < FIRST_SMALLER;

function nextStep({ tried, kind, dpi, own }: Tried): number | null {
  if (kind === 'fixed') return null;
  const to = kind === 'bilevel' && tried >= 1 ? Math.max(FIRST_SMALLER, tried + 1) : tried + 1;
  if (to > STEPS.length) return null;
  return to < FIRST_SMALLER || Math.round(qualityOf(to, own).scale * dpi) >= MIN_DPI[kind] ? to : null;
}

// A forecast, fitted to typescript at 200 and 300 dpi; the result is weighed again. JBIG2 takes four fifths of CCITT Group 4.
function weight({ kind, own }: Carried, step: number): number {
  const { quality, scale } = qualityOf(step, own);
  if (kind === 'bilevel') return step === 0 ? 1 : 0.8 * scale ** 1.5;
  if (step === 0) return (101 - (own || USUAL_QUALITY)) ** -0.7;
  return (101 - quality) ** -0.7 * scale ** 1.7;
}
