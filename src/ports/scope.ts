/** How open a document is; what nobody classified is `sin-clasificar`. */
export const CLASIFICACIONES = ['publica', 'reservada', 'confidencial', 'sin-clasificar'] as const;
export type Clasificacion = (typeof CLASIFICACIONES)[number];

/** Where a document lies in the eyes of who may read it. Names as the record has them; null: nobody said. */
export interface Scope {
  readonly fondo: string | null;
  readonly serie: string | null;
  readonly clasificacion: Clasificacion;
}

/** What one role lets somebody read: a fondo, or one serie of it, at some levels. Absent: every one. */
export interface Grant {
  readonly fondo?: string;
  readonly serie?: string;
  readonly clasificaciones: readonly Clasificacion[];
}

/** `'all'` is spelled out, so that nobody gets it by forgetting. */
export type Scopes = 'all' | readonly Grant[];
