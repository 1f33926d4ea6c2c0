import type { Archive } from '../../archive/archive.ts';
import type { DocumentRecord } from '../../model/document.ts';
import type { Bytes } from '../write-whole.ts';
import type { InventoryOptions, InventoryTotals } from './inventory.ts';

/** A file of an answer, not written yet. */
export interface Part {
  readonly name: string;
  readonly bytes: () => Promise<Bytes>;
}

interface Named {
  /** As `foja export` calls it. */
  readonly name: string;
  /** MIME type of each part; null: that of the files as they were delivered. */
  readonly contentType: string | null;
}

/** A document in one of its forms. No part: the document does not have it (yet). */
export interface DocumentFormat extends Named {
  readonly scope: 'document';
  parts(archive: Archive, record: DocumentRecord): Promise<readonly Part[]>;
}

/** The expedientes of the archive, or of a fondo, as a table. `totals` is filled on the way. */
export interface ExpedientesFormat extends Named {
  readonly scope: 'expedientes';
  write(
    archive: Archive,
    options: InventoryOptions & { readonly delimiter: ',' | ';' | '\t' },
    totals: InventoryTotals,
    signal: AbortSignal,
  ): Promise<Bytes>;
}

/** A fondo as a finding aid. `agency`: who keeps the archive. */
export interface FondoFormat extends Named {
  readonly scope: 'fondo';
  write(
    archive: Archive,
    options: { readonly fondo: string; readonly agency: string },
    signal: AbortSignal,
  ): Promise<Bytes>;
}

export type Format = DocumentFormat | ExpedientesFormat | FondoFormat;
