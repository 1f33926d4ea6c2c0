// Documents with the truth of their fields, of two sets that share no templates with each other or with the rules.
import { DOCUMENT_KINDS, makeDocument } from '../../fixtures/generator/index.ts';
import type { FurtherTruth, TruthFields, TruthPage } from '../../fixtures/generator/types.ts';
import { LAYOUTS, makeLayout } from '../../fixtures/layouts/index.ts';
import type { ReadPage } from '../../src/model/document.ts';

/** A generated document. `further` is absent where its generator does not say. */
export interface TrueDocument {
  readonly id: string;
  readonly fields: TruthFields;
  readonly further?: FurtherTruth;
  readonly pages: readonly TruthPage[];
}

/** A formula that says nothing is no subject (dossier §1.3). */
const said = (fields: TruthFields): TruthFields =>
  fields.asunto === 'El que se indica.' ? { ...fields, asunto: null } : fields;

/** One document of every layout and of every kind of the fixtures' generator. */
export function documentsOf(seed: number): TrueDocument[] {
  return [
    ...LAYOUTS.map((name) => ({ id: `${name} ${seed}`, ...makeLayout(name, seed) })),
    ...DOCUMENT_KINDS.map((kind) => ({ id: `fixture ${kind} ${seed}`, ...makeDocument(kind, seed) })),
  ].map((document) => ({ ...document, fields: said(document.fields) }));
}

// What the engine gives for letters that are well read.
const SURE = 0.95;

/** A page as if every letter had been read right: the generator's own words and boxes. */
export function perfectPage(page: TruthPage, index: number): ReadPage {
  const { width, height } = page;
  return {
    number: index + 1,
    source: { file: 0, page: index },
    width,
    height,
    dpi: page.dpi,
    rotation: 0,
    skew: 0,
    flags: [],
    upright: { width, height },
    toSource: [1, 0, 0, 1, 0, 0],
    lines: page.lines.map(({ block, box, words }) => ({
      block,
      box,
      upright: box,
      words: words.map((word) => ({ text: word.text, box: word.box, upright: word.box, confidence: SURE })),
    })),
    confidence: SURE,
    engine: 'truth',
  };
}
