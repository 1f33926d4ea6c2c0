import type {
  Box,
  DocumentRecord,
  Field,
  Fields,
  Line,
  NumeroOficio,
  Persona,
} from '../../src/model/document.ts';
import type { IndexedDocument } from '../../src/ports/search-index.ts';
import { NO_PLACE } from '../../src/search/scope.ts';

const CELL = { width: 20, height: 40, pitch: 50 };

/** Lines as a typewriter would set them: every character takes one cell; an empty line begins a new block. */
export function typed(text: string): Line[] {
  let block = 0;
  return text.split('\n').flatMap((row, at) => {
    if (row.trim() === '') {
      block++;
      return [];
    }
    const words = [...row.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
      const box = {
        x: index * CELL.width,
        y: at * CELL.pitch,
        width: word.length * CELL.width,
        height: CELL.height,
      };
      return { text: word, box, upright: box, confidence: 0.9 };
    });
    const box: Box = { x: 0, y: at * CELL.pitch, width: row.length * CELL.width, height: CELL.height };
    return [{ block, box, upright: box, words }];
  });
}

export interface Said {
  readonly tipo?: NonNullable<Fields['tipoDocumental']['value']>;
  readonly numero?: Pick<NumeroOficio, 'raw' | 'key'>;
  readonly fecha?: string;
  readonly asunto?: string;
  readonly expediente?: string;
  readonly dependencia?: string;
  readonly destinatario?: Partial<Persona>;
  readonly remitente?: Partial<Persona>;
  /** Page and place of every value. */
  readonly evidence?: { readonly page: number; readonly box: Box };
}

/** A document as the pipeline hands it to the index: its pages as text, its record as said. */
export function documentOf(id: string, pages: readonly string[], said: Said = {}): IndexedDocument {
  const field = <T>(value: T | undefined): Field<T> => ({
    value: value ?? null,
    raw: null,
    confidence: 0.9,
    evidence: said.evidence === undefined ? [] : [said.evidence],
    from: 'rule',
    rule: 'test',
    version: 1,
  });
  const persona = (value: Partial<Persona> | undefined) =>
    field(value === undefined ? undefined : { titulo: null, nombre: null, cargo: null, ...value });
  const numero = said.numero && { kind: null, siglas: null, consecutivo: null, anio: null, ...said.numero };
  const record: DocumentRecord = {
    id,
    status: 'processed',
    batch: 'b1',
    receivedAt: '2026-01-05T10:00:00Z',
    source: [
      { path: `caja 1/${id}.tif`, sha256: '0', bytes: 1, type: 'image/tiff', stored: 'original/0001.tif' },
    ],
    grade: 'good',
    pages: [],
    fields: {
      tipoDocumental: field(said.tipo),
      numeroOficio: field(numero),
      fechaDocumento: field(said.fecha),
      asunto: field(said.asunto),
      expedienteCitado: field(said.expediente),
      dependenciaEmisora: field(said.dependencia),
      lugar: field<never>(undefined),
      destinatario: persona(said.destinatario),
      remitente: persona(said.remitente),
    },
  };
  return {
    record,
    scope: NO_PLACE,
    review: null,
    pages: pages.map((text, i) => ({ number: i + 1, lines: typed(text) })),
  };
}
