/** What Tesseract is told for every page, in WebAssembly and as a program alike: the same model then reads alike. */
export const PARAMETERS: Readonly<Record<string, string>> = {
  // Words of one page must not colour the reading of the next.
  tessedit_enable_doc_dict: '0',
  // A second reading of every weak word as white on black: cost without gain on paper.
  tessedit_do_invert: '0',
  debug_file: '/dev/null',
};

/**
 * On a page, blocks, columns and lines are found by the engine; the direction is not, as the page is upright (`--psm 3`). A line is
 * taken as it is (`--psm 7`).
 */
export const PAGE_SEGMENTATION = { page: '3', line: '7' } as const;
export type Layout = keyof typeof PAGE_SEGMENTATION;

/** A resolution that Tesseract believes: beyond these it takes one of its own. */
export const believable = (dpi: number): string => String(Math.round(Math.min(2400, Math.max(70, dpi))));
