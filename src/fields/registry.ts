// Every field of a document, in the order in which people read them. To add one: its own file, and its line here.
import type { FieldName } from '../model/document.ts';
import type { Definition, FieldDefinition } from './definition.ts';
import { asunto } from './every-paper/asunto.ts';
import { dependenciaEmisora } from './every-paper/dependencia-emisora.ts';
import { destinatario } from './every-paper/destinatario.ts';
import { expedienteCitado } from './every-paper/expediente-citado.ts';
import { fechaDocumento } from './every-paper/fecha-documento.ts';
import { lugar } from './every-paper/lugar.ts';
import { numeroOficio } from './every-paper/numero-oficio.ts';
import { remitente } from './every-paper/remitente.ts';
import { tipoDocumental } from './every-paper/tipo-documental.ts';
import { ccp } from './some-papers/letters/ccp.ts';
import { folioDeEntrada } from './some-papers/letters/folio-de-entrada.ts';
import { mesaEmisora } from './some-papers/letters/mesa-emisora.ts';
import { oficiosCitados } from './some-papers/letters/oficios-citados.ts';
import { rubrica } from './some-papers/letters/rubrica.ts';
import { seccionEmisora } from './some-papers/letters/seccion-emisora.ts';
import { sellos } from './some-papers/letters/sellos.ts';
import { domicilio } from './some-papers/permits/domicilio.ts';
import { objeto } from './some-papers/permits/objeto.ts';
import { titular } from './some-papers/permits/titular.ts';
import { vigencia } from './some-papers/permits/vigencia.ts';
import { beneficiario } from './some-papers/proofs-and-agreements/beneficiario.ts';
import { fojasDeclaradas } from './some-papers/proofs-and-agreements/fojas-declaradas.ts';
import { partes } from './some-papers/proofs-and-agreements/partes.ts';
import { asistentes } from './some-papers/sessions/asistentes.ts';
import { sesionHora } from './some-papers/sessions/sesion-hora.ts';
import { sesionNumero } from './some-papers/sessions/sesion-numero.ts';
import { sesionTipo } from './some-papers/sessions/sesion-tipo.ts';

export const FIELDS = {
  tipoDocumental,
  numeroOficio,
  expedienteCitado,
  fechaDocumento,
  asunto,
  dependenciaEmisora,
  lugar,
  destinatario,
  remitente,
  seccionEmisora,
  mesaEmisora,
  oficiosCitados,
  ccp,
  sellos,
  folioDeEntrada,
  rubrica,
  fojasDeclaradas,
  sesionNumero,
  sesionTipo,
  sesionHora,
  asistentes,
  titular,
  objeto,
  domicilio,
  vigencia,
  beneficiario,
  partes,
} satisfies { readonly [Name in FieldName]: FieldDefinition<Name> };

/** The same, for who asks all of them the same thing. */
export const DEFINITIONS = Object.entries(FIELDS) as readonly [FieldName, Definition<unknown>][];
