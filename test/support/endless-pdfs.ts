// Small PDFs that are legal to the letter and never come to an end: what a page paints paints itself, or a list holds itself.

type Objects = Readonly<Record<number, string>>;

const stream = (entries: string, content: string) =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

const form = (resources: string, content: string) =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << ${resources} >>`, content);

const pattern = (resources: string, content: string) =>
  stream(
    `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 50 50] /XStep 50 /YStep 50 /Resources << ${resources} >>`,
    content,
  );

/** Fills a square with the pattern of that name. */
const filled = (name: string) => `/Pattern cs /${name} scn 0 0 200 200 re f`;

/** A file of these objects; 1 is its catalog. */
function pdfOf(objects: Objects): Buffer {
  const parts = ['%PDF-1.4\n'];
  const offsets = new Map<number, number>();
  let at = parts[0]!.length;
  for (const [number, body] of Object.entries(objects)) {
    const part = `${number} 0 obj\n${body}\nendobj\n`;
    offsets.set(Number(number), at);
    parts.push(part);
    at += part.length;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Root 1 0 R /Size ${size} >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

const onePage = (resources: string, content: string, more: Objects): Buffer =>
  pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << ${resources} >> >>`,
    4: stream('', content),
    ...more,
  });

/** A pattern whose tile shows a form that is filled with the pattern. */
export const patternThatDrawsItself = (): Buffer =>
  onePage('/XObject << /F 5 0 R >>', '/F Do', {
    5: form('/Pattern << /P 6 0 R >>', filled('P')),
    6: pattern('/XObject << /F 5 0 R >>', '/F Do'),
  });

/** Two patterns, each tile filled with the other. */
export const patternsThatDrawEachOther = (): Buffer =>
  onePage('/Pattern << /P 5 0 R >>', filled('P'), {
    5: pattern('/Pattern << /Q 6 0 R >>', filled('Q')),
    6: pattern('/Pattern << /P 5 0 R >>', filled('P')),
  });

/** A form that shows itself, twice. */
export const formThatDrawsItself = (): Buffer =>
  onePage('/XObject << /F 5 0 R >>', '/F Do', { 5: form('/XObject << /F 5 0 R >>', '/F Do /F Do') });

/** One page with a line of text, in a list of pages that holds itself, twice. */
export const pagesThatHoldThemselves = (text: string): Buffer =>
  pdfOf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R 2 0 R 2 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /H 5 0 R >> >> >>',
    4: stream('', `BT /H 24 Tf 72 700 Td (${text}) Tj ET`),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  });
