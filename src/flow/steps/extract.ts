import { asunto } from '../../extraction/asunto.ts';
import { dependenciaEmisora } from '../../extraction/dependencia.ts';
import { destinatario } from '../../extraction/destinatario.ts';
import { expedienteCitado } from '../../extraction/expediente.ts';
import { fechaDocumento } from '../../extraction/fecha.ts';
import { furtherFields } from '../../extraction/further/further.ts';
import { lugar } from '../../extraction/lugar.ts';
import { inCenturyOf } from '../../extraction/numbers/numero-year.ts';
import { numeroOficio } from '../../extraction/numero-oficio.ts';
import { remitente } from '../../extraction/remitente.ts';
import { readingOf } from '../../extraction/text/reading.ts';
import { tipoDocumental } from '../../extraction/tipo-documental.ts';
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
