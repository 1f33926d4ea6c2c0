import type { DocumentRecord } from '../model/document.ts';

/** Three counts that are never one another (dossier §1.9); fojas null where nobody has counted the sheets. */
export interface Counts {
  /** Scanned faces, as delivered. */
  readonly pages: number;
  /** Sheets of paper. */
  readonly fojas: number | null;
  /** Pages of the access PDF: one a face; none where no page could be counted. */
  readonly pdfPages: number;
}

export const countsOf = ({ pages, description, status }: DocumentRecord): Counts => ({
  pages: pages.length,
  fojas: description?.fojas?.value ?? null,
  pdfPages: status === 'received' ? 0 : pages.length,
});
