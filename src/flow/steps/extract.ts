import { inCenturyOf } from '../../extraction/numbers/numero-year.ts';
import { readingOf } from '../../extraction/text/reading.ts';
import { asunto } from '../../fields/every-paper/asunto.ts';
import { dependenciaEmisora } from '../../fields/every-paper/dependencia-emisora.ts';
import { destinatario } from '../../fields/every-paper/destinatario.ts';
import { expedienteCitado } from '../../fields/every-paper/expediente-citado.ts';
import { fechaDocumento } from '../../fields/every-paper/fecha-documento.ts';
import { lugar } from '../../fields/every-paper/lugar.ts';
import { numeroOficio } from '../../fields/every-paper/numero-oficio.ts';
import { remitente } from '../../fields/every-paper/remitente.ts';
import { tipoDocumental } from '../../fields/every-paper/tipo-documental.ts';
import { furtherFields } from '../../fields/further.ts';
import type { Fields, ReadPage } from '../../model/document.ts';

/** Reads the fields of a document off its pages. Pure; never throws; time grows with the number of words. */
export function extract(pages: readonly ReadPage[]): Fields {
  const reading = readingOf(pages);
  const tipo = tipoDocumental(reading);
  const fecha = fechaDocumento(reading, tipo.value);
  const numero = inCenturyOf(numeroOficio(reading, tipo.value), fecha.value);
  return {
    tipoDocumental: tipo,
    numeroOficio: numero,
    fechaDocumento: fecha,
    asunto: asunto(reading),
    expedienteCitado: expedienteCitado(reading),
    dependenciaEmisora: dependenciaEmisora(reading, tipo.value),
    lugar: lugar(reading, tipo.value),
    destinatario: destinatario(reading, tipo.value),
    remitente: remitente(reading, tipo.value),
    ...furtherFields(reading, { tipoDocumental: tipo, numeroOficio: numero }),
  };
}
