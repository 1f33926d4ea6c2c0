import type { Field, Persona, TipoDocumental } from '../document.ts';
import { afterLabel } from './destinatario.ts';
import { found, unknown } from './field.ts';
import { joined, passage } from './flow.ts';
import { joinLines } from './join-lines.ts';
import { pieceAbove, pieceBelow } from './neighbours.ts';
import { nameOf, personaOf, postOf } from './persona.ts';
import { namesPost } from './posts.ts';
import { petitionerOf } from './promovente.ts';
import type { Reading } from './reading.ts';
import type { Piece, Sheet } from './sheet.ts';
import { isFullName, isName, lastSignature, signatureLines, topLines } from './signature.ts';
import { signer } from './signer.ts';
import { certifier } from './suscribe.ts';
import { startsWithTitle } from './titles.ts';

/** Who signs: name and post under the closing formula, or what a memorandum's table says after DE. */
export function remitente(reading: Reading, tipo: TipoDocumental | null): Field<Persona> {
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

/** All who met sign an acta; the secretary of the council answers for it. */
function attestor({ ending }: Reading): Field<Persona> {
  for (const sheet of ending.toReversed()) {
    const post = sheet.pieces.findLast((piece) =>
      /^(?:(?:EL|LA)\s)?(?:C\.\s)?SECRETARI[OA]\b/.test(piece.folded),
    );
    const names = post ? nameBeside(sheet, post) : [];
    if (!post || names.length === 0) continue;
    const next = WRAPPED_POST.test(post.folded) ? pieceBelow(sheet, post, 1) : undefined;
    const posts = next ? [post, next] : [post];
    const seen = joined([...names, ...posts].map((line) => passage(line, 0, line.text.length)));
    const name = nameOf(joinLines(names.map((line) => line.text)));
    const cargo = postOf(posts.map((line) => line.text));
    return found({ ...name, cargo }, seen, 0.93, 'remitente.secretario');
  }
  return unknown('several-signers', 'remitente.secretario');
}

// `SECRETARIO DEL R.` over `AYUNTAMIENTO`.
const WRAPPED_POST = /\b(?:DEL?|LA|LOS|Y|[RHI]\.?)\s{0,2}$/;

/** The name right above a post, on one line or two, else the one right below it. */
function nameBeside(sheet: Sheet, post: Piece): Piece[] {
  const above = pieceAbove(sheet, post, 1.7);
  if (above && startsWithTitle(above) && isFullName(above)) return [above];
  const first = above && pieceAbove(sheet, above, 1.3);
  const named = first && !namesPost(first.folded) && (startsWithTitle(first) || isFullName(first));
  if (above && named && !namesPost(above.folded)) return [first, above];
  const below = pieceBelow(sheet, post, 6);
  return [above, below].filter((piece) => piece !== undefined && isFullName(piece)).slice(0, 1) as Piece[];
}
