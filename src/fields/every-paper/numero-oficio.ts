import { numberAt } from '../../extraction/numbers/numero-grammar.ts';
import { type NumberLabel, numberLabels } from '../../extraction/numbers/numero-labels.ts';
import { numeroParts } from '../../extraction/numbers/numero-parts.ts';
import { inCenturyOf } from '../../extraction/numbers/numero-year.ts';
import { STAMP } from '../../extraction/offices/stamp.ts';
import { type Candidate, decide, UNDECIDED } from '../../extraction/text/candidates.ts';
import { unknown } from '../../extraction/text/field.ts';
import { passage } from '../../extraction/text/flow.ts';
import { isRowValue, labelOf, startsRow, valueAt } from '../../extraction/text/labels.ts';
import { pieceAbove, pieceLeftOf } from '../../extraction/text/neighbours.ts';
import type { Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import { counted } from '../../extraction/text/surplus.ts';
import { rightOf } from '../../model/boxes.ts';
import type { Field, NumeroOficio, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { numero } from '../kinds/numero.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly numeroOficio: NumeroOficio;
  }
}

/** The document's own number: a labelled one in the header, never one that a sentence cites. */
export const numeroOficio = {
  label: 'Número de oficio',
  kind: numero,
  papers: 'every',
  read: (reading, of) => inCenturyOf(read(reading, of('tipoDocumental')), of('fechaDocumento')),
  columns:
    'numero oficio|numero de oficio|no oficio|no de oficio|num oficio|num de oficio|n oficio|oficio|oficio no',
  search: { as: 'number', texts: ({ raw, key }) => [raw, key] },
  dublinCore: { element: 'identifier' },
  ead3: { element: 'unitid' },
} satisfies FieldDefinition<'numeroOficio'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<NumeroOficio> {
  // The number of an acta counts sessions; it is no oficio.
  if (tipo === 'ACTA_CABILDO' || tipo === 'CARATULA') return unknown('not-applicable', 'numero.etiqueta');
  const { cover } = reading;
  const candidates: Candidate<NumeroOficio>[] = [];
  for (const piece of cover?.pieces ?? []) {
    if (piece.folded.length > LONGEST_HEADER_LINE) continue;
    for (const label of numberLabels(piece.folded)) {
      // On a letter FOLIO is the number that the desk which received it gave it.
      if (label.kind === 'FOLIO' && !(tipo && FORMS.has(tipo))) continue;
      const strength = ownership(cover!, piece, label, reading.bodyTop);
      const candidate = strength > 0 ? readAt(cover!, piece, label, strength) : undefined;
      if (candidate) candidates.push(candidate);
    }
  }
  return decide(candidates, 'numero.etiqueta', (numero) => numero.key);
}

// Papers made on numbered forms.
const FORMS: ReadonlySet<TipoDocumental> = new Set(['LICENCIA', 'PERMISO', 'RECIBO']);

// Header lines are short; a longer one is running text and cites.
const LONGEST_HEADER_LINE = 160;

function readAt(
  sheet: Sheet,
  piece: Piece,
  label: NumberLabel,
  strength: number,
): Candidate<NumeroOficio> | undefined {
  const value = valueAt(sheet, piece, label.end);
  const rule = label.kind ? 'numero.etiqueta' : 'numero.solo-no';
  if (!value) {
    if (!label.kind || label.start > 4) return undefined;
    return {
      value: null,
      reason: 'left-blank',
      seen: passage(piece, label.start, label.end),
      strength: 0.3,
      rule,
    };
  }
  const number = numberAt(value.piece, value.from);
  if (number.is === 'blank' || number.is === 'other') return undefined;
  // A bare `No. 2518 Ote.` at the start of a line is the rest of an address.
  if (!label.kind && label.start <= 4 && value.piece.folded.length - number.end > 3) return undefined;
  const seen = passage(value.piece, number.start, number.end);
  const sure = value.beside ? strength : strength - 0.08;
  if (number.is === 'without') return { value: null, reason: 'without-number', seen, strength: sure, rule };
  const raw = seen.raw.replace(/\s+/g, ' ');
  const parts = numeroParts(raw, label.kind);
  if (!label.kind && parts.consecutivo === null) return undefined;
  const { readings, agrees } = counted(seen, raw, sheet.cell);
  const [meant, other] = seriesOf(readings).map((reading) => ({ ...numeroParts(reading, label.kind), raw }));
  return {
    value: meant!,
    ...(other && { alternative: other }),
    seen,
    strength: other || !agrees ? Math.min(sure, UNDECIDED) : sure,
    rule,
  };
}

// Dossier §1.4: what stands before the number of somebody else's oficio.
const CITES =
  /\b(?:SUS?|ATENTO|ATTO|AL?|DEL?|CON|MEDIANTE|SEGUN|CONFORME|REFERENCIA|REF|CONTESTACION|RESPUESTA|RELACION|ALCANCE|DICHO|CITADO|EL|ESTE|NUESTRO|MI|ANTECEDENTES?)[\s.:,]{0,4}$/;
// Other papers are named inside a line only to cite them: `según recibo 4411`.
const INSIDE_LINE = new Set(['OFICIO', 'OFICIO CIRCULAR', 'MEMORANDUM', 'CIRCULAR']);
const CITING_LINE = /^(?:REF|REFERENCIA|ANTECEDENTES?|EN CONTESTACION|EN RESPUESTA|SU OFICIO)\b/;

/** How surely a label names the document itself, 0…1; 0 where it cites another one. */
function ownership(sheet: Sheet, piece: Piece, label: NumberLabel, bodyTop: number): number {
  const before = piece.folded.slice(0, label.start);
  if (CITING_LINE.test(piece.folded) || CITES.test(before)) return 0;
  const opens = !/[A-ZÑ0-9]/.test(before);
  // `UBICACIÓN: CALLE NIÑOS HÉROES NO. 1775`, `ASUNTO: Se contesta su oficio 44`.
  if (startsRow(piece) ? !opens : isRowValue(sheet, piece)) return 0;
  if (!opens && label.kind && !INSIDE_LINE.has(label.kind)) return 0;
  // A sentence that wraps begins its next line in lower case, or stands under a line that asks for more.
  const first = piece.text[label.start]!;
  if (first !== first.toUpperCase()) return 0;
  const inHeader = piece.box.y < bodyTop;
  if (!inHeader) return 0;
  const above = opens ? pieceAbove(sheet, piece, 1.2) : undefined;
  if (above && (CITES.test(above.folded) || labelOf(above)?.name === 'asunto')) {
    if (!above.folded.endsWith('.') && !isAlone(piece, label)) return 0;
  }
  if (label.kind) return opens ? 0.98 : 0.9;
  const rest = piece.folded.slice(label.end);
  if (opens) return rest.length <= 45 && !isInJustifiedLine(sheet, piece) ? 0.85 : 0;
  // `Licencia de Construcción  No. 877/82`.
  if (FORM_TITLE.test(before) && rest.length <= 25) return 0.93;
  // `LLAMADO A LICITACION PUBLICA N° 7/2023`: a title that ends in its number; `ENTRADA Nº 345` is what a desk counted.
  return isTitle(piece.text) && !STAMP.test(before) ? 0.8 : 0;
}

/** `1-57/VII/86`, `I-57/1/86`: a Roman series goes with a Roman month (dossier §1.4), as long as nobody has looked. */
const SERIES = /^([I1l|])-(\d{1,6})\/([1l|]|[IVX]{1,4}|[IVX1l|]{0,3}[VX][IVX1l|]{0,3})\/(\d{2})$/;

function seriesOf(readings: readonly string[]): readonly string[] {
  const [, series, number, month, year] = SERIES.exec(readings[0]!) ?? [];
  if (!series || !month || (series === 'I' && /^[IVX]+$/.test(month))) return readings;
  return [`I-${number}/${month.replace(/[1l|]/g, 'I')}/${year}`, readings[0]!];
}

const FORM_TITLE =
  /^[^A-ZÑ]{0,3}(?:LICENCIA|PERMISO|AUTORIZACION|CERTIFICADO|CONSTANCIA|PATENTE|CEDULA)(?:\s[A-ZÑ]{1,15}){0,6}[\s.,:-]{0,4}$/;

/** `Calle   Carranza   No.   757`: justified print that fell apart. */
function isInJustifiedLine(sheet: Sheet, piece: Piece): boolean {
  const left = pieceLeftOf(sheet, piece);
  return left !== undefined && !labelOf(left) && piece.box.x - rightOf(left.box) < NARROW * sheet.letter;
}

// Two columns of a header stand farther apart.
const NARROW = 6;

const isAlone = (piece: Piece, label: NumberLabel): boolean => piece.folded.length - label.end < 45;

const isTitle = (text: string): boolean => !/\p{Ll}{2}/u.test(text) && text.length < 80;
