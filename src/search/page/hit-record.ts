import type { DocumentRecord } from '../../model/document.ts';

/** What a list of hits shows of a document. */
export function hitRecordOf({ fields, source }: DocumentRecord) {
  return {
    tipoDocumental: fields?.tipoDocumental.value ?? null,
    numeroOficio: fields?.numeroOficio.value?.raw ?? null,
    fechaDocumento: fields?.fechaDocumento.value ?? null,
    asunto: fields?.asunto.value ?? null,
    dependenciaEmisora: fields?.dependenciaEmisora.value ?? null,
    source: source[0]?.path ?? '',
  };
}
