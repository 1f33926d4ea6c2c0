import type { Persona, TipoDocumental } from '../../../src/model/document.ts';

/** A document typed for the tests and what a reader would take from it. */
export interface TypedDocument {
  readonly name: string;
  /** One text a page. */
  readonly pages: readonly string[];
  readonly fields: {
    readonly tipoDocumental: TipoDocumental | null;
    /** The key of the number. */
    readonly numeroOficio: string | null;
    readonly fechaDocumento: string | null;
    readonly asunto: string | null;
    readonly expedienteCitado: string | null;
    readonly dependenciaEmisora: string | null;
    /** `municipio, entidad`. */
    readonly lugar: string | null;
    readonly destinatario: Persona | null;
    readonly remitente: Persona | null;
  };
}
