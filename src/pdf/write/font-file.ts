// A TrueType font whose one letter is a line without width: text set in it can be selected and copied, and shows nothing even
// where a program ignores that it is invisible. Built here so that no font of anybody's has to be shipped.

/** Units an em is divided into, and what every glyph advances: half an em. */
export const EM = { units: 1000, advance: 500, ascent: 800, descent: -200 } as const;

const u16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
};
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
};

/** The font file: glyph 0 (.notdef), which is empty, and glyph 1. */
export function glyphlessFont(): Buffer {
  const { units, advance, ascent, descent } = EM;
  const glyphs = 2;
  // One contour of two points from corner to corner: programs take a letter's height for selection from its extent, and an
  // empty glyph has none. Contours, extent, last point, no instructions, two points on the curve, their steps.
  const letter = Buffer.concat([
    u16(1, 0, descent, advance, ascent, 1, 0),
    Buffer.from([1, 1]),
    u16(0, advance, descent, ascent - descent),
  ]);
  const tables: readonly [string, Buffer][] = [
    ['glyf', letter],
    // Version 1.0, revision, checksum (set below), magic, flags, em, dates, box, style, smallest size, direction, short loca.
    [
      'head',
      Buffer.concat([
        u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
        u16(0, units),
        Buffer.alloc(16),
        u16(0, descent, advance, ascent, 0, 8, 2, 0, 0),
      ]),
    ],
    // Version, ascender, descender, gap, widest advance, bearings, extent, caret, reserved, metrics.
    [
      'hhea',
      Buffer.concat([u32(0x00010000), u16(ascent, descent, 0, advance, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)]),
    ],
    ['hmtx', u16(advance, 0, 0)],
    ['loca', u16(0, 0, letter.length / 2)],
    ['maxp', Buffer.concat([u32(0x00010000), u16(glyphs, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
  ];
  return assemble(tables);
}

function assemble(tables: readonly [string, Buffer][]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = u16(0x0001, 0x0000, tables.length, power * 16, Math.log2(power), (tables.length - power) * 16);
  let offset = head.length + tables.length * 16;
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  let headAt = 0;
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    if (tag === 'head') headAt = offset;
    records.push(Buffer.concat([Buffer.from(tag, 'latin1'), u32(checksum(padded), offset, body.length)]));
    bodies.push(padded);
    offset += padded.length;
  }
  const font = Buffer.concat([head, ...records, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
