import { type PDFRef, PDFString } from 'pdf-lib';
import type { PdfWriter } from './file.ts';
import { EM, glyphlessFont } from './font-file.ts';

const NAME = 'FojaGlyphless';
// A font has 65,535 codes besides .notdef; what comes after so many different characters becomes U+FFFD.
const LAST_CODE = 0xffff;
const REPLACEMENT = '\ufffd';
// PDF 32000-1, 9.10.3: at most 100 entries a block.
const ENTRIES_PER_BLOCK = 100;

/** Invisible letters for any text: codes are given to characters as they come up. */
export interface InvisibleFont {
  readonly ref: PDFRef;
  /** The text as codes of two bytes each, one a character. */
  encode(text: string): Buffer;
  /** Writes the font where there was any text; call once, after the last. */
  finish(): Promise<void>;
}

/** Starts the one font of a document. */
export function invisibleFont(pdf: PdfWriter): InvisibleFont {
  const ref = pdf.reserve();
  const codes = new Map<string, number>([[REPLACEMENT, 1]]);
  let used = false;
  const codeOf = (character: string): number => {
    const known = codes.get(character);
    if (known) return known;
    if (codes.size >= LAST_CODE) return 1;
    codes.set(character, codes.size + 1);
    return codes.size;
  };
  return {
    ref,
    encode(text) {
      used = true;
      const characters = [...text.toWellFormed()];
      const bytes = Buffer.alloc(characters.length * 2);
      for (const [i, character] of characters.entries()) bytes.writeUInt16BE(codeOf(character), i * 2);
      return bytes;
    },
    finish: async () => {
      if (used) await writeFont(pdf, ref, [...codes.keys()]);
    },
  };
}

async function writeFont(pdf: PdfWriter, ref: PDFRef, characters: readonly string[]): Promise<void> {
  const { context } = pdf;
  const file = glyphlessFont();
  const fontFile = await pdf.addDeflated(file, { Length1: file.length });
  // Code 0 stays .notdef, every other shows the empty glyph.
  const glyphs = Buffer.alloc((characters.length + 1) * 2);
  for (let code = 1; code <= characters.length; code++) glyphs.writeUInt16BE(1, code * 2);
  const descriptor = await pdf.add(
    context.obj({
      Type: 'FontDescriptor',
      FontName: NAME,
      // Symbolic, fixed pitch.
      Flags: 5,
      FontBBox: [0, EM.descent, EM.advance, EM.ascent],
      ItalicAngle: 0,
      Ascent: EM.ascent,
      Descent: EM.descent,
      CapHeight: EM.ascent,
      StemV: 80,
      FontFile2: fontFile,
    }),
  );
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: NAME,
    FontDescriptor: descriptor,
    DW: EM.advance,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    CIDToGIDMap: await pdf.addDeflated(glyphs, {}),
  });
  await pdf.add(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: NAME,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: await pdf.addDeflated(toUnicode(characters), {}),
    }),
    ref,
  );
}

function toUnicode(characters: readonly string[]): string {
  const rows = characters.map(
    (character, i) => `<${hex(i + 1)}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
  );
  const blocks: string[] = [];
  for (let from = 0; from < rows.length; from += ENTRIES_PER_BLOCK) {
    const block = rows.slice(from, from + ENTRIES_PER_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

const hex = (code: number) => code.toString(16).padStart(4, '0');
