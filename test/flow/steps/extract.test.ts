import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/flow/steps/extract.ts';
import { documents } from '../../extraction/documents/index.ts';
import { type TypedOptions, typedPage } from '../../extraction/support/typed-page.ts';

const ways: readonly (readonly [string, TypedOptions])[] = [
  ['columns read apart', {}],
  ['columns read as one line', { merged: true }],
];

describe.each(ways)('a document with its %s', (_way, options) => {
  it.each(documents.map((document) => [document.name, document] as const))(
    '%s',
    (_name, { pages, fields }) => {
      const read = extract(pages.map((text, i) => typedPage(text, { ...options, number: i + 1 })));
      const { lugar } = read;
      expect({
        tipoDocumental: read.tipoDocumental.value,
        numeroOficio: read.numeroOficio.value?.key ?? null,
        fechaDocumento: read.fechaDocumento.value,
        asunto: read.asunto.value,
        expedienteCitado: read.expedienteCitado.value,
        dependenciaEmisora: read.dependenciaEmisora.value,
        lugar: lugar.value && `${lugar.value.municipio}, ${lugar.value.entidad}`,
        destinatario: read.destinatario.value,
        remitente: read.remitente.value,
      }).toEqual(fields);
    },
  );
});
