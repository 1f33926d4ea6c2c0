// The glossary. Plain data, readonly, JSON all the way; knows only the lists of codes beside it.
// A page gains facts as it advances (scanned → clean → read), so the compiler refuses a stage out of order.
//
// Units: boxes are in pixels of the scan as stored (before EXIF or any turn), origin top left.
// Confidences are 0…1. Dates are ISO 8601. Numbers of pages start at 1, indexes at 0.

import type { DocumentFlag } from './flags.ts';
import type { Reason } from './reasons.ts';

/** A rectangle on the scan: where a person can look. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as in PDF and SVG. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Clockwise quarter turns that bring the stored pixels upright. */
export type Rotation = 0 | 90 | 180 | 270;

/** An oddity that a person may want to see. Flags never drop a page. */
export type PageFlag =
  | 'blank' // nothing legible; kept as proof that the back was scanned
  | 'repeated' // the same bytes as an earlier page of this document
  | 'failed' // could not be read; the reason is in `error`
  | 'mirrored' // EXIF asked for a mirror image
  | 'orientation-unsure'
  | 'low-resolution'
  | 'low-confidence'
  | 'text-layer' // words come from the PDF's own good text, not from OCR
  | 'text-layer-redone' // the PDF carried a text layer that was not trusted
  | 'curved' // lines bend, as in a bound book; flattened for reading
  | 'spread' // two facing pages of a book in one scan, read one after the other
  | 'dark-border';

/** Where a page's pixels lie in what was delivered. */
export interface PageSource {
  /** Index into `Record.source`. */
  readonly file: number;
  /** Index of the page or frame within that file. */
  readonly page: number;
}

/** One face, as delivered. `dpi` is null where the file says nothing believable. */
export interface ScannedPage {
  readonly number: number;
  readonly source: PageSource;
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
}

/** A face turned upright and straight. The upright frame is what OCR saw. */
export interface CleanPage extends ScannedPage {
  readonly rotation: Rotation;
  /** Degrees, clockwise positive: how far the lines leaned after the quarter turn. */
  readonly skew: number;
  readonly flags: readonly PageFlag[];
  /** Of a curved page: how far its lines leave the straight at most, in pixels of the upright frame. */
  readonly bend?: number;
  /** Size of the upright frame in its own pixels. */
  readonly upright: { readonly width: number; readonly height: number };
  /** Maps pixels of the upright frame to pixels of the scan. */
  readonly toSource: Affine;
}

/** A word as read. `box` is on the scan; `upright` is the same word in the upright frame. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  readonly upright: Box;
  readonly confidence: number;
}

/** A line of words in reading order. `block` groups lines into paragraphs. */
export interface Line {
  readonly block: number;
  readonly box: Box;
  readonly upright: Box;
  readonly words: readonly Word[];
}

/** A face that has been read. Lines are in reading order. */
export interface ReadPage extends CleanPage {
  readonly lines: readonly Line[];
  /** Mean word confidence; null on a page without words. */
  readonly confidence: number | null;
  /** What read it: engine, version, model; or `pdf-text` for a born-digital page. */
  readonly engine: string;
  readonly error?: Problem;
}

/** Why something failed, for people and programs. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** What it concerns, in no language: a path, an id, a value. */
  readonly about?: string;
}

/** Where a value can be seen. */
export interface Evidence {
  readonly page: number;
  readonly box: Box;
}

/** A value with what was read, what it means, how sure we are and where to look. */
export interface Field<T> {
  readonly value: T | null;
  readonly raw: string | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly from: 'rule' | 'manifest' | 'person';
  readonly rule: string;
  readonly version: number;
  /** Why `value` is null. */
  readonly reason?: Reason;
  /** What the same signs can also mean where nothing on the paper decides. */
  readonly alternative?: T;
  /** What this value stands over: what the rule read where a manifest or a person says otherwise. */
  readonly overrides?: Field<T>;
  /** Who set it and why; of a person's value only. */
  readonly set?: { readonly user: string; readonly at: string; readonly why: string };
}

// biome-ignore format: a list
export const TIPOS_DOCUMENTALES = [
  'OFICIO', 'OFICIO_CIRCULAR', 'CIRCULAR', 'MEMORANDUM', 'ACTA_CABILDO', 'ACUERDO', 'DICTAMEN', 'LICENCIA',
  'PERMISO', 'CONSTANCIA', 'CERTIFICADO', 'CONVENIO', 'CONTRATO', 'ESCRITO_CIUDADANO', 'RECIBO',
  'NOTIFICACION', 'CARATULA',
] as const;
export type TipoDocumental = (typeof TIPOS_DOCUMENTALES)[number];

export interface NumeroOficio {
  readonly raw: string;
  readonly kind: string | null;
  readonly siglas: string | null;
  readonly consecutivo: number | null;
  readonly anio: number | null;
  /** Tokens upper-cased, leading zeros dropped, joined with `|`: `SA|123|1987`. */
  readonly key: string;
}

export interface Persona {
  readonly titulo: string | null;
  readonly nombre: string | null;
  readonly cargo: string | null;
}

export interface Lugar {
  readonly municipio: string;
  readonly entidad: string;
}

/** One of several values, with where it stands. */
export type Listed = { readonly raw: string; readonly evidence: readonly Evidence[] };

/**
 * The value of each field, by name: every field adds itself, in its own file (src/fields). With a question mark, only some
 * papers have it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled elsewhere
export interface FieldValues {}

export type FieldName = keyof FieldValues;
export type FieldValue<Name extends FieldName> = NonNullable<FieldValues[Name]>;

/**
 * What a document says of itself. Names are those of the archive's trade. Of the fields that only some papers have,
 * those that its kind must state are always there; others are absent where the paper has none.
 */
export type Fields = { readonly [Name in keyof FieldValues]: Field<NonNullable<FieldValues[Name]>> };

// biome-ignore format: a list
type DescriptiveText =
  | 'fondo' | 'seccion' | 'serie' | 'subserie' | 'expediente' | 'clave' | 'legajo' | 'caja' | 'lote' | 'titulo'
  | 'contenido' | 'productor' | 'fechaInicio' | 'fechaCierre' | 'fojaInicial' | 'fojaFinal' | 'soporte' | 'tradicion'
  | 'acceso' | 'ubicacion' | 'observaciones';

/**
 * Where a document belongs in the archive; absent: nobody said. Dates are of the expediente, ISO 8601, `1987` where no more is
 * known. `fojas` are sheets of the document, never pages; `fojasExpediente` those of the whole, of which it may be a part.
 */
export type Description = { readonly [name in DescriptiveText]?: Field<string> } & {
  readonly [name in 'fojas' | 'fojasExpediente']?: Field<number>;
};

/** What a manifest says of a document, its rows as written; kept from receipt on, so that an interruption loses none of it. */
export interface Delivery {
  /** Name and digest of the manifest, which is kept in the store. */
  readonly manifest: string;
  readonly sha256: string;
  readonly rows: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[];
  /** Values for fields that rules read too. */
  readonly stated: Readonly<Partial<Record<FieldName, Field<unknown>>>>;
  /** Pages that it promises; null where it does not say. */
  readonly pages: number | null;
}

export type Status = 'received' | 'processed' | 'partial' | 'failed';

/** Fit for use, from the worst words (5th percentile), so that one bad line is not averaged away. */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor';

/** A file as delivered. */
export interface SourceFile {
  /** Path below the ingested folder, as text. */
  readonly path: string;
  /** The path's bytes in hex, where they are not UTF-8: the name survives unchanged. */
  readonly pathBytes?: string;
  readonly sha256: string;
  readonly bytes: number;
  /** MIME type by content, never by extension; null when unknown. */
  readonly type: string | null;
  /** Where the bytes lie inside the OCFL object: `original/0001.tif`. */
  readonly stored: string;
}

/** A page as the record keeps it: everything but the words, which are in ALTO. */
export type PageRecord = Omit<ReadPage, 'lines'>;

/** The record of a document: `record.json` in its OCFL object. */
export interface DocumentRecord {
  readonly id: string;
  readonly status: Status;
  readonly batch: string;
  readonly receivedAt: string;
  readonly source: readonly SourceFile[];
  readonly grade: Grade | null;
  readonly pages: readonly PageRecord[];
  readonly fields: Fields | null;
  readonly description?: Description;
  readonly delivery?: Delivery;
  readonly flags?: readonly DocumentFlag[];
  readonly error?: Problem;
}
