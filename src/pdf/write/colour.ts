// The sRGB profile of the output intent, built here (ICC.1:2004-10, version 4.2, a display profile by matrix and curve):
// the profile's own parametric curve is sRGB's exactly, and no third party's profile is shipped.

const D50 = [0.9642, 1, 0.8249];
// sRGB's primaries and D65 white adapted to D50 by Bradford, as in the profile of IEC 61966-2-1 by the ICC.
const PRIMARIES = [
  ['rXYZ', [0.43607, 0.22249, 0.01392]],
  ['gXYZ', [0.38515, 0.71687, 0.09708]],
  ['bXYZ', [0.14307, 0.06061, 0.7141]],
] as const;
const BRADFORD = [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168];
// Y = (aX + b)^g above d, cX below.
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const ascii = (text: string) => Buffer.from(text, 'latin1');
const fixed = (values: readonly number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeInt32BE(Math.round(value * 65536), i * 4);
  return bytes;
};
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
  return bytes;
};
const tag = (type: string, ...parts: Buffer[]) => Buffer.concat([ascii(type), u32(0), ...parts]);

function text(value: string): Buffer {
  const utf16 = Buffer.from(value, 'utf16le').swap16();
  return tag('mluc', u32(1, 12), ascii('enUS'), u32(utf16.length, 28), utf16);
}

/** The colour space that gray and RGB values of an access copy mean. */
export function srgbProfile(): Buffer {
  const curve = tag('para', Buffer.from([0, 3, 0, 0]), fixed(CURVE));
  const tags: [string, Buffer][] = [
    ['desc', text('sRGB')],
    ['cprt', text('Public domain')],
    ['wtpt', tag('XYZ ', fixed(D50))],
    ['chad', tag('sf32', fixed(BRADFORD))],
    ...PRIMARIES.map(([name, xyz]): [string, Buffer] => [name, tag('XYZ ', fixed(xyz))]),
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  const start = 128 + 4 + tags.length * 12;
  const bodies: Buffer[] = [];
  const known = new Map<Buffer, number>();
  let end = start;
  const rows = tags.map(([name, body]) => {
    const at = known.get(body) ?? end;
    if (at === end) {
      const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
      bodies.push(padded);
      known.set(body, end);
      end += padded.length;
    }
    return Buffer.concat([ascii(name), u32(at, body.length)]);
  });
  return Buffer.concat([header(end), u32(tags.length), ...rows, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // Made on the day the standard was: a fixed date, so that the same copy has the same bytes.
  for (const [i, part] of [1999, 10, 18].entries()) bytes.writeUInt16BE(part, 24 + i * 2);
  bytes.write('acsp', 36, 'latin1');
  fixed(D50).copy(bytes, 68);
  return bytes;
}
