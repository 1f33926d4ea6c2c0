import { numberLabels } from '../../extraction/numbers/numero-labels.ts';
import { addressAbove } from '../../extraction/offices/address.ts';
import { OFFICE } from '../../extraction/offices/office.ts';
import { isMostlyCapitals } from '../../extraction/people/posts.ts';
import { isPresente } from '../../extraction/people/presente.ts';
import { type Candidate, decide } from '../../extraction/text/candidates.ts';
import { type Flow, flowOf, passage } from '../../extraction/text/flow.ts';
import { asLetters } from '../../extraction/text/fold.ts';
import { labelOf } from '../../extraction/text/labels.ts';
import { isNear } from '../../extraction/text/near.ts';
import { pieceRightOf } from '../../extraction/text/neighbours.ts';
import { pageFlow, type Reading } from '../../extraction/text/reading.ts';
import type { Piece, Sheet } from '../../extraction/text/sheet.ts';
import { lettersOnly } from '../../extraction/text/worn-words.ts';
import { type Cue, TITLE_WORDS, TITLES, VERBS } from '../../extraction/tipo-cues.ts';
import type { Field, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { tipo } from '../kinds/tipo.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly tipoDocumental: TipoDocumental;
  }
}

/** What kind of document it is: by its title, else by its number's label, else by what its text does. */
export const tipoDocumental = {
  label: 'Tipo documental',
  kind: tipo,
  papers: 'every',
  read,
  columns: 'tipo|tipo documental|tipo de documento|tipologia|tipologia documental',
  dublinCore: { element: 'type' },
} satisfies FieldDefinition<'tipoDocumental'>;

function read(reading: Reading): Field<TipoDocumental> {
  const { cover } = reading;
  if (!cover) return decide<TipoDocumental>([], 'tipo.titulo', String);
  const candidates = [
    ...byTitle(cover),
    ...byLabel(cover, reading.bodyTop),
    ...(reading.closing ? [] : byCard(cover)),
    ...byTable(cover),
    ...byText(reading),
  ];
  return decide(candidates, 'tipo.titulo', String);
}

// A title stands in the upper part; cédulas and actas begin as low as the middle on paper with a tall letterhead.
const TITLE_ZONE = 0.5;

function byTitle(sheet: Sheet): Candidate<TipoDocumental>[] {
  return sheet.pieces.flatMap((piece) => {
    if (piece.box.y > TITLE_ZONE * sheet.height || !isHeading(piece)) return [];
    for (const heading of [piece, wholeLine(sheet, piece)]) {
      const letters = lettersOnly(heading.folded.replace(/^[^A-ZÑ0-9]+/, ''));
      const exact = TITLES.find(([, pattern]) => pattern.test(letters));
      const cue = exact ?? nearlyTitle(heading.text, letters);
      if (!cue) continue;
      const seen = passage(heading, 0, heading.text.length);
      const strength = exact ? cue[2] : cue[2] - MISREAD;
      return [{ value: cue[0], seen, strength, rule: 'tipo.titulo' }];
    }
    return [];
  });
}

// One letter of the word was misread: `CITATORTIO`.
const MISREAD = 0.05;

function nearlyTitle(text: string, letters: string): Cue | undefined {
  const word = /^[A-ZÑ0-9]{6,16}/.exec(letters)?.[0];
  if (!word || !isMostlyCapitals(text)) return undefined;
  const meant = TITLE_WORDS.find((title) => isNear(title, asLetters(word)));
  const repaired = meant && meant + letters.slice(word.length);
  return repaired ? TITLES.find(([, pattern]) => pattern.test(repaired)) : undefined;
}

/** A heading set so wide that OCR read it as several: `A C T A   N U M E R O   1 4`. */
function wholeLine(sheet: Sheet, piece: Piece): Flow {
  const second = pieceRightOf(sheet, piece);
  const third = second && pieceRightOf(sheet, second);
  return flowOf([piece, second, third].flatMap((part) => part?.tokens ?? []));
}

// Headings are short, and written in capitals or with a capital first.
const LONGEST_HEADING = 110;

const isHeading = (piece: Piece): boolean =>
  piece.text.length <= LONGEST_HEADING &&
  labelOf(piece)?.name !== 'asunto' &&
  labelOf(piece)?.name !== 'expediente' &&
  /^[^\p{L}]{0,4}\p{Lu}/u.test(piece.text);

function byLabel(sheet: Sheet, bodyTop: number): Candidate<TipoDocumental>[] {
  for (const piece of sheet.pieces) {
    if (piece.box.y > bodyTop || piece.folded.length > LONGEST_HEADING || !isHeading(piece)) continue;
    const label = numberLabels(piece.folded).find(({ kind, start }) => kind === 'OFICIO' && start < 12);
    if (!label || /\bSU\b/.test(piece.folded.slice(0, label.start))) continue;
    return [{ value: 'OFICIO', seen: whole(piece), strength: 0.95, rule: 'tipo.etiqueta' }];
  }
  const cuadro = sheet.pieces.filter((piece) => {
    const label = labelOf(piece);
    return label?.marked && piece.box.y < bodyTop && ['dependencia', 'seccion', 'mesa'].includes(label.name);
  });
  if (cuadro.length === 0) return [];
  return [{ value: 'OFICIO', seen: whole(cuadro[0]!), strength: 0.93, rule: 'tipo.cuadro' }];
}

// A cover or an index card describes a file: rows of archival labels and no letter.
const CARD_LABEL =
  /^[^A-ZÑ]{0,3}(?:FONDO|SUBFONDO|SECCION|SERIE|SUBSERIE|EXPED?(?:IENTE)?|LEGAJO|CAJA|TOMO|FOJAS|HOJAS|FECHAS?(?:\sEXTREMAS)?|ASUNTO|OFICINA|INTERESADO|CLASIFICACION|LUGAR|VALOR(?:ES)?|VIGENCIA|UNIDAD|CLAVE)\b.{0,24}?:/;
const ARCHIVAL =
  /^[^A-ZÑ]{0,3}(?:FONDO|SUBFONDO|SERIE|LEGAJO|CAJA|TOMO|FOJAS|HOJAS|FECHAS EXTREMAS|CLASIFICACION|INTERESADO)\b/;
const FEWEST_LABELS = 4;

function byCard(sheet: Sheet): Candidate<TipoDocumental>[] {
  const rows = sheet.pieces.filter((piece) => CARD_LABEL.test(piece.folded));
  if (rows.length < FEWEST_LABELS || !rows.some((piece) => ARCHIVAL.test(piece.folded))) return [];
  return [{ value: 'CARATULA', seen: whole(rows[0]!), strength: 0.94, rule: 'tipo.ficha' }];
}

/** A table of who and whom, without an address: only memoranda have it. */
function byTable(sheet: Sheet): Candidate<TipoDocumental>[] {
  const rows = sheet.pieces.filter(
    (piece) => labelOf(piece)?.marked && piece.box.y < TITLE_ZONE * sheet.height,
  );
  const has = (name: string) => rows.some((piece) => labelOf(piece)?.name === name);
  const para = rows.find((piece) => labelOf(piece)?.name === 'para');
  if (!para || !(has('de') || (has('fecha') && has('asunto'))) || sheet.pieces.some(isPresente)) return [];
  return [{ value: 'MEMORANDUM', seen: whole(para), strength: 0.88, rule: 'tipo.tabla' }];
}

function byText(reading: Reading): Candidate<TipoDocumental>[] {
  const { cover, closing } = reading;
  const flow = pageFlow(cover!);
  const candidates: Candidate<TipoDocumental>[] = [];
  for (const [value, pattern, strength] of VERBS) {
    const match = pattern.exec(flow.folded);
    if (!match) continue;
    const seen = passage(flow, match.index, match.index + match[0].length);
    candidates.push({ value, seen, strength, rule: 'tipo.texto' });
  }
  const presente = cover!.pieces.find((piece) => isPresente(piece) && piece.box.y < 0.65 * cover!.height);
  if (presente && closing) {
    const address = addressAbove(cover!, presente);
    const office = hasOffice(cover!, address);
    const value = office ? 'OFICIO' : 'ESCRITO_CIUDADANO';
    candidates.push({ value, seen: whole(presente), strength: office ? 0.88 : 0.7, rule: 'tipo.partes' });
  }
  // Old letters to other towns end their address in the town, without PRESENTE.
  const row = presente ? undefined : cover!.pieces.find((piece) => isRowOfLetter(piece, reading.bodyTop));
  if (row && closing && hasOffice(cover!, []))
    candidates.push({ value: 'OFICIO', seen: whole(row), strength: 0.82, rule: 'tipo.renglon' });
  return candidates;
}

/** `ASUNTO: …`, or a line that is a number and nothing else: `No. 1843`. */
function isRowOfLetter(piece: Piece, bodyTop: number): boolean {
  if (piece.box.y > bodyTop) return false;
  const label = labelOf(piece);
  return (label?.name === 'asunto' && label.marked) || BARE_NUMBER.test(piece.folded);
}

const BARE_NUMBER = /^N(?:[UO]M(?:ERO)?|[O0º])[.:º]{0,2}\s?[A-Z0-9/.-]{0,20}\d\W{0,3}$/;

// Dossier §1.1: a letterhead takes the upper 0.14, typed ones a little more.
const LETTERHEAD = 0.2;
const hasOffice = (sheet: Sheet, address: readonly Piece[]): boolean =>
  sheet.pieces.some(
    (piece) =>
      piece.box.y < LETTERHEAD * sheet.height &&
      (BODY.test(piece.folded) || OFFICE.test(piece.folded)) &&
      !address.includes(piece),
  );
const BODY =
  /\b(?:AYUNTAMIENTO|MUNICIPAL|MUNICIPIO|GOBIERNO|SECRETARIA|DIRECCION|TESORERIA|DEPENDENCIA|PODER EJECUTIVO)\b/;

const whole = (piece: Piece) => passage(piece, 0, piece.text.length);
