import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PageGeometry } from '../../ports/search-index.ts';
import { tokensOf } from '../words/tokens.ts';
import type { FieldText } from './field-texts.ts';
import { readBoxes, writeBoxes } from './layout-boxes.ts';
import { LAYOUT_WORDS } from './layout-words.ts';
import type { TextLine } from './page-tokens.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What is kept of a page to show where a query stands on it. */
export interface Layout {
  readonly lines: readonly TextLine[];
  readonly fields: readonly FieldText[];
}

const WORD = ' ';
const LINE = '\n';
const PART = '\u001d';
const FORM = '\u001e';
const AS_SAID = '=';
const NO_TEXT = /[\p{Cc}\s]/gu; // a word with a blank in it would come back as two

/**
 * Packs the words, boxes (whole pixels, as differences) and field texts of a page: about 6.2 bytes a word (24 pages of
 * fixtures/scans), half text, half boxes; each has its own code, for small numbers are no letters.
 */
export function packLayout({ lines: read, fields }: Layout, geometry: PageGeometry | null): Uint8Array {
  const lines = read.map(({ block, words }) => ({
    block,
    words: words.map(({ text, box }) => ({ text: text.replace(NO_TEXT, ''), box })),
  }));
  const texts = [
    lines.map(({ words }) => words.map(({ text }) => text).join(WORD)).join(LINE),
    ...fields.map(({ text, forms }) =>
      [text.replace(NO_TEXT, ' '), ...forms.map((form) => shortened(form, text))].join(FORM),
    ),
  ];
  const text = deflateRawSync(texts.join(PART), { level: 6, dictionary: LAYOUT_WORDS });
  const numbers = new ByteWriter();
  writeBoxes(numbers, lines, fields);
  const boxes = deflateRawSync(numbers.bytes(), { strategy: constants.Z_HUFFMAN_ONLY });
  const head = new ByteWriter();
  head.integer(geometry === null ? 0 : 1 + geometry.rotation / 90);
  if (geometry !== null) {
    head.integer(geometry.width);
    head.integer(geometry.height);
  }
  head.integer(text.length);
  return Buffer.concat([head.bytes(), text, boxes]);
}

// Most values are found by just the terms of their text: those need not be kept twice.
function shortened(form: readonly string[], text: string): string {
  const terms = form.join(' ');
  return terms === tokensOf(text.replace(NO_TEXT, ' ')).join(' ') ? AS_SAID : terms;
}

/** The reverse of `packLayout`. */
export function unpackLayout(data: Uint8Array): Layout & { readonly geometry: PageGeometry | null } {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const head = new ByteReader(bytes);
  const turns = head.integer();
  const geometry =
    turns === 0
      ? null
      : {
          width: head.integer(),
          height: head.integer(),
          rotation: ((turns - 1) * 90) as PageGeometry['rotation'],
        };
  const length = head.integer();
  const text = inflateRawSync(bytes.subarray(head.at, head.at + length), {
    dictionary: LAYOUT_WORDS,
  }).toString();
  const numbers = new ByteReader(inflateRawSync(bytes.subarray(head.at + length)));
  const [body = '', ...fieldTexts] = text.split(PART);
  const lines = readBoxes(
    numbers,
    body.split(LINE).map((line) => line.split(WORD)),
  );
  const fields = fieldTexts.map((field) => {
    const [said = '', ...forms] = field.split(FORM);
    const page = numbers.integer();
    const box =
      numbers.integer() === 0
        ? null
        : { x: numbers.integer(), y: numbers.integer(), width: numbers.integer(), height: numbers.integer() };
    return {
      page,
      text: said,
      box,
      forms: forms.map((form) => (form === AS_SAID ? tokensOf(said) : form.split(' '))),
    };
  });
  return { lines, fields, geometry };
}
