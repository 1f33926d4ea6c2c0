import { afterLabel } from '../../extraction/forms/memo-table.ts';
import { attestor } from '../../extraction/people/attestor.ts';
import { personaOf } from '../../extraction/people/persona.ts';
import { namesPost } from '../../extraction/people/posts.ts';
import { petitionerOf } from '../../extraction/people/promovente.ts';
import {
  isFullName,
  isName,
  lastSignature,
  signatureLines,
  topLines,
} from '../../extraction/people/signature.ts';
import { signer } from '../../extraction/people/signer.ts';
import { certifier } from '../../extraction/people/suscribe.ts';
import { found, unknown } from '../../extraction/text/field.ts';
import { joined } from '../../extraction/text/flow.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Field, Persona, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { persona } from '../kinds/persona.ts';
import { inPersona } from '../search.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly remitente: Persona;
  }
}

/** Who signs: name and post under the closing formula, or what a memorandum's table says after DE. */
export const remitente = {
  label: 'Remitente',
  kind: persona,
  papers: 'every',
  read: (reading, of) => read(reading, of('tipoDocumental')),
  columns: 'remitente|de|firma|firmante|suscribe|quien firma',
  search: inPersona,
  dublinCore: { element: 'creator' },
  ead3: { element: 'persname', text: ({ titulo, nombre }) => [titulo, nombre].filter(Boolean).join(' ') },
} satisfies FieldDefinition<'remitente'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<Persona> {
  const { cover, closing } = reading;
  if (tipo === 'CARATULA') return unknown('not-applicable', 'remitente.firma');
  if (tipo === 'ACTA_CABILDO') return attestor(reading);
  if (tipo && SEVERAL.has(tipo)) return unknown('several-signers', 'remitente.firma');
  const petitioner = cover && tipo === 'ESCRITO_CIUDADANO' ? petitionerOf(cover) : undefined;
  if (petitioner) return petitioner;
  // DE without PARA is a word of the text.
  const isTable = cover && afterLabel(cover, 'para', reading.bodyTop) !== undefined;
  const table = isTable ? afterLabel(cover, 'de', reading.bodyTop) : undefined;
  const fromTable = table && personaOf(table.map((line) => line.raw));
  if (table && fromTable)
    return found(fromTable, joined(table), fromTable.cargo === null ? 0.85 : 0.95, 'remitente.de');
  if (closing) {
    const lines = signatureLines(closing.sheet, closing.piece);
    const names = lines.filter((line) => isFullName(line) && !namesPost(line.folded));
    if (
      lines.some((line) => TOGETHER.test(line.folded)) ||
      (tipo === 'ESCRITO_CIUDADANO' && names.length >= MANY)
    )
      return unknown('several-signers', 'remitente.firma');
    const whole = lines.some(isName) && lines.some((line) => namesPost(line.folded));
    const overleaf = closing.next && !whole ? topLines(closing.next) : [];
    const signed = signer([...lines, ...overleaf], 0.96, 'remitente.firma');
    if (signed) return tipo && CERTIFIED.has(tipo) ? surer(signed, certifier(reading)) : signed;
  }
  for (const sheet of reading.ending) {
    const signed = signer(lastSignature(sheet), 0.82, 'remitente.al-calce');
    if (signed) return signed;
  }
  return (
    certifier(reading) ??
    (cover && tipo === 'OFICIO' ? petitionerOf(cover) : undefined) ??
    unknown('not-found', 'remitente.firma')
  );
}

// What a fold or a stamp spoils at the foot, the opening words of a certificate say in full.
const CERTIFIED: ReadonlySet<TipoDocumental> = new Set(['CONSTANCIA', 'CERTIFICADO']);
const surer = (signed: Field<Persona>, named: Field<Persona> | undefined): Field<Persona> =>
  named?.value?.nombre && isTorn(signed.value) ? named : signed;

const isTorn = (persona: Persona | null): boolean =>
  !/\S\s+\S/.test(persona?.nombre ?? '') || /\b(?:DEL?|LA|Y)$/i.test(persona?.cargo ?? '');

// Neighbours sign together: none of them is the sender.
const MANY = 3;
const TOGETHER =
  /^L[OA]S\s(?:VECIN|SUSCRIT|COLON|HABITANTE|COMPARECIENTE|SOLICITANTE|PETICIONARI|FIRMANTE)[A-ZÑ]{0,4}\W{0,3}$/;

// All who took part sign: none of them is the sender.
const SEVERAL: ReadonlySet<TipoDocumental> = new Set(['CONVENIO', 'CONTRATO']);
