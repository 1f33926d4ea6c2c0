import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TruthFields } from '../../fixtures/generator/types.ts';
import { keyOf } from '../../fixtures/layouts/forms.ts';
import { person } from '../../fixtures/layouts/layout.ts';

/** A real document with what somebody wrote down of it. */
export interface CorpusDocument {
  readonly id: string;
  readonly path: string;
  readonly truth: Partial<TruthFields>;
}

interface Entry {
  readonly set: string;
  readonly id: string;
  readonly image: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** The documents of the corpus whose index states fields; dates of events that a notice announces are none of its own. */
export async function corpusDocuments(folder: string): Promise<CorpusDocument[]> {
  const index = await readFile(path.join(folder, 'index.jsonl'), 'utf8');
  return index
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry)
    .flatMap(({ set, id, image, fields }) =>
      fields ? [{ id: `${set} ${id}`, path: path.join(folder, image), truth: truthOf(fields) }] : [],
    );
}

function truthOf({
  numero,
  expediente,
  asunto,
  remitente,
  cargo,
  dependencia,
}: Entry['fields'] & {}): Partial<TruthFields> {
  return {
    ...(numero && {
      numeroOficio: {
        raw: numero,
        kind: null,
        siglas: null,
        consecutivo: null,
        anio: null,
        key: keyOf(numero),
      },
    }),
    ...(expediente && { expedienteCitado: expediente }),
    ...(asunto && { asunto }),
    ...(remitente && { remitente: person(null, remitente.replace(/^\p{L}{1,5}\.\s/u, ''), cargo ?? null) }),
    ...(dependencia && { dependenciaEmisora: dependencia }),
  };
}
