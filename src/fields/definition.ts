import type { Reading } from '../extraction/text/reading.ts';
import type { Field, FieldName, FieldValue, FieldValues, TipoDocumental } from '../model/document.ts';
import type { Item, Kind } from './kinds/kind.ts';

/** What foja knows of a value by its name, be it of the document or of its place in the archive. */
export interface Named<T> {
  /** What people call it. */
  readonly label: string;
  readonly kind: Kind<T>;
  /** Headers of its column in a manifest, `|` between them, without accents; the first is foja's own. */
  readonly columns: string;
  /** How it is found; absent: only as far as the text of a page says it. */
  readonly search?: Search<T>;
}

/**
 * A field of the document: all that foja knows of it. Every table elsewhere (labels, columns, search, exports, bench) is made of
 * these.
 */
export interface Definition<T> extends Named<T> {
  readonly papers: SomePapers | 'every';
  /** Reads it off the pages; `of` gives the value of another field. Pure; never throws. */
  readonly read: (reading: Reading, of: ValueOf) => Field<T>;
  readonly dublinCore?: Mapped<T, DublinCoreElement>;
  readonly ead3?: Mapped<T, Ead3Element> & { readonly localtype?: string };
}

/** The definition of one field: what only some papers have is optional in `FieldValues`. */
export interface FieldDefinition<Name extends FieldName> extends Definition<FieldValue<Name>> {
  readonly papers: undefined extends FieldValues[Name] ? SomePapers : 'every';
}

/** The value of another field of the same document; null where it has none. */
export type ValueOf = <Name extends FieldName>(name: Name) => FieldValue<Name> | null;

/** Papers on which a field may stand; of those that must state it, its absence is a doubt. */
export interface SomePapers {
  readonly only?: readonly TipoDocumental[];
  readonly except?: readonly TipoDocumental[];
  readonly mustState?: readonly TipoDocumental[];
}

/** Texts by which a value is found, of a list item by item. */
export interface Search<T> {
  /** `number`: an identifier, however its parts are written; `date`: an ISO date, however people write it. */
  readonly as: 'number' | 'date' | 'words';
  /** The first is what a hit shows; none: nothing to be found. */
  texts(value: Item<T>): readonly string[];
  /** It speaks of other papers or people: it weighs no more than the text of the page. */
  readonly inPassing?: true;
}

/** An element of another standard, and what stands in it: what is not told otherwise, the value as printed. */
export interface Mapped<T, Element> {
  readonly element: Element;
  text?(value: T): string;
}

/** Elements of Dublin Core in which fields stand; others are filled from elsewhere. */
export type DublinCoreElement =
  | 'creator'
  | 'contributor'
  | 'description'
  | 'date'
  | 'coverage'
  | 'type'
  | 'identifier';

/** The same of an EAD3 item. Of a `unitid` without `localtype` there is one. */
export type Ead3Element = 'unitid' | 'unittitle' | 'corpname' | 'persname';
