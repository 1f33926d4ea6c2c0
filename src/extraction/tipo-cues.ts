import type { TipoDocumental } from '../model/document.ts';

/** What a heading or a sentence says of the kind, and how often it is right. */
export type Cue = readonly [tipo: TipoDocumental, pattern: RegExp, strength: number];

const NUMBER = '(?:N[UO]M(?:ERO)?|N[O0º]|N)?[.:,º*_"%?^~]{0,3}';

/** Titles, on folded headings, the more particular first (dossier §1.2). */
export const TITLES: readonly Cue[] = [
  ['OFICIO_CIRCULAR', /^(?:N[UO]M\.?\s(?:DE\s)?)?[O0]F[I1L|]C[I1L|][O0]\s?-?\s?C[I1L|]RCULAR\b/, 0.98],
  [
    'CIRCULAR',
    new RegExp(`^C[I1L|]RCULAR(?:\\s?${NUMBER}\\s?[-A-ZÑ0-9/.\\s]{0,40}\\d.{0,30}|[.:\\s-]{0,4})$`),
    0.98,
  ],
  ['MEMORANDUM', /^(?:N[UO]M\.?\s(?:DE\s)?)?MEM[O0]RAN?D(?:UM|O|UN|A)\b/, 0.98],
  ['CARATULA', /^CARATULA\b/, 0.98],
  ['ACTA_CABILDO', /^(?:LIBRO\sDE\s)?ACTAS?\b.{0,60}\b(?:CABILDO|SES[I1][O0]N|AYUNTAMIENTO)\b/, 0.98],
  [
    'ACTA_CABILDO',
    /^SES[I1][O0]N\s(?:ORDINARIA|EXTRAORDINARIA|SOLEMNE|PERMANENTE|ITINERANTE|ABIERTA|DE CABILDO)\b/,
    0.96,
  ],
  ['ACTA_CABILDO', new RegExp(`^ACTA\\s?${NUMBER}\\s?\\d{1,4}(?:\\s?/\\s?\\d{2,4})?\\W{0,4}$`), 0.96],
  ['NOTIFICACION', /^(?:CEDULA\sDE\s)?(?:NOTIFICACION|CITATORIO)\b/, 0.97],
  ['NOTIFICACION', /^CEDULA\sDE\s\S{7,14}$/, 0.9],
  ['NOTIFICACION', /^ACTA\sCIRCUNSTANCIADA\b/, 0.9],
  ['CONVENIO', /^CONVENIO\b/, 0.97],
  ['CONTRATO', /^CONTRATO\b/, 0.97],
  ['LICENCIA', /^LICENCIA\s(?!(?:MEDICA|DEL?\sC\.))/, 0.97],
  ['PERMISO', /^PERMISO\b/, 0.96],
  ['CONSTANCIA', /^(?:CARTA\s(?:DE\s)?)?CONSTANCIA\b/, 0.97],
  ['CERTIFICADO', /^(?:CERTIFICADO|CERTIFICACION)\b/, 0.97],
  ['CONSTANCIA', /^H\s?A\s?C\s?E\s{0,3}C\s?O\s?N\s?S\s?T\s?A\s?R\W{0,4}$/, 0.96],
  ['CERTIFICADO', /^C\s?E\s?R\s?T\s?I\s?F\s?I\s?C\s?[AO]\W{0,4}$/, 0.96],
  ['RECIBO', /^(?:RECIBO\b|POLIZA\s(?:DE\s)?(?:DIARIO|CHEQUE|EGRESOS|INGRESOS))/, 0.97],
  ['DICTAMEN', /^DICTAMEN\b/, 0.97],
  ['ACUERDO', /^(?:PUNTO\sDE\s)?ACUERDO\b/, 0.95],
  ['OFICIO', /^OFICIO\W{0,3}$/, 0.95],
];

/** The first words of titles, for those that were read with one letter wrong. */
export const TITLE_WORDS: readonly string[] =
  'CIRCULAR MEMORANDUM CARATULA CEDULA NOTIFICACION CITATORIO ACUERDO CONVENIO CONTRATO LICENCIA PERMISO CONSTANCIA CERTIFICADO CERTIFICACION DICTAMEN'.split(
    ' ',
  );

/** What the text does, on the folded first page, line breaks as blanks; weaker than a title. */
export const VERBS: readonly Cue[] = [
  [
    'ACTA_CABILDO',
    /\bSES[I1]ON\s(?:ORDINARIA|EXTRAORDINARIA|SOLEMNE)\b.{0,300}\bREUN(?:ID[OA]S|IERON)\b/s,
    0.92,
  ],
  [
    'ACTA_CABILDO',
    /\bREUN(?:ID[OA]S|IERON)\b.{0,300}\b(?:CABILDO|SES[I1]ON\s(?:ORDINARIA|EXTRAORDINARIA|SOLEMNE))\b/s,
    0.92,
  ],
  ['ACTA_CABILDO', /\bSE\s(?:ABRIO|DECLARO\sABIERTA|LEVANTO)\sLA\sSES[I1]ON\b/, 0.9],
  ['CONVENIO', /\bCONVENIO\b.{0,80}\bQUE\sCELEBRAN\b/s, 0.91],
  ['CONTRATO', /\bCONTRATO\b.{0,80}\bQUE\sCELEBRAN\b/s, 0.91],
  ['CONVENIO', /\bQUE\sCELEBRAN\W{1,3}POR\W{1,3}UNA\W{1,3}PARTE\b/, 0.72],
  ['CONSTANCIA', /\bH\s?A\s?C\s?E\s{0,3}C\s?O\s?N\s?S\s?T\s?A\s?R\b/, 0.92],
  ['CERTIFICADO', /\bC\s?E\s?R\s?T\s?I\s?F\s?I\s?C\s?[AO]\s?:/, 0.91],
  [
    'ESCRITO_CIUDADANO',
    /\bPOR\sMI\sPROPIO\sDERECHO\b|\bPROTESTO\sLO\sNECESARIO\b|\bBAJO\sPROTESTA\sDE\sDECIR\sVERDAD\b/,
    0.92,
  ],
  ['LICENCIA', /\bSE\s(?:CONCEDE|OTORGA|EXPIDE)\s(?:LA\s(?:PRESENTE\s)?)?LICENCIA\b/, 0.85],
  ['PERMISO', /\bSE\s(?:CONCEDE|OTORGA|AUTORIZA)\s(?:EL\s(?:PRESENTE\s)?)?PERMISO\b/, 0.85],
  ['RECIBO', /\bRECIBI\s(?:DE|LA\sCANTIDAD)\b/, 0.85],
  ['DICTAMEN', /\bCONSIDERANDO\b.{0,400}\bDICTAM/s, 0.8],
];
