import type { RecognizedLine, RecognizedWord } from '../../ports/ocr-engine.ts';

const LINE = '4';
const WORD = '5';

/** Tesseract's TSV of several pictures, each of its own. Throws when one is not in it: a page without words has a row of its own all the same. */
export function pagesOfTsv(tsv: string, count: number): RecognizedLine[][] {
  const pages = Array.from({ length: count }, () => [] as string[]);
  for (const row of tsv.split('\n')) pages[Number(row.split('\t', 2)[1]) - 1]?.push(row);
  const missing = pages.findIndex((rows) => rows.length === 0);
  if (missing >= 0) throw new Error(`picture ${missing + 1} of ${count} could not be read`);
  return pages.map((rows) => linesOfTsv(rows.join('\n')));
}

/** Tesseract's TSV of one picture as lines of words in its reading order: both adapters get their answer in this form. */
export function linesOfTsv(tsv: string): RecognizedLine[] {
  const lines: (RecognizedLine & { words: RecognizedWord[] })[] = [];
  const blocks = new Map<string, number>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const [level, , block, paragraph, , , left, top, width, height, confidence] = cells;
    const box = { x: Number(left), y: Number(top), width: Number(width), height: Number(height) };
    if (level === LINE) {
      const key = `${block}.${paragraph}`;
      if (!blocks.has(key)) blocks.set(key, blocks.size);
      lines.push({ block: blocks.get(key)!, box, words: [] });
    } else if (level === WORD) {
      const text = straight(cells.slice(11).join('\t').trim());
      if (text !== '') lines.at(-1)?.words.push({ text, box, confidence: Number(confidence) / 100 });
    }
  }
  return lines.filter((line) => line.words.length > 0);
}

/**
 * Typewriters have one quotation mark and one apostrophe; of the models' five it is chance which one they give. Nor is one dash after a
 * stop two (`Públicas.—-`).
 */
const straight = (text: string): string =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[—–]-|-[—–]/g, '-');
