import type { ReadPage } from '../../model/document.ts';

/** Carta: a page in the place of one that nobody could open. */
export const NOTICE_SIZE = { width: 612, height: 792 } as const;

const MARGIN = 72;
const LEADING = 18;
const WIDTH = 78;

/**
 * What stands on the page of a face that could not be opened: its number, why, and that the delivered file is kept.
 * A copy has as many pages as the document has faces, whatever happens.
 */
export function noticeContent(page: ReadPage, font: string): Buffer {
  const lines = [
    `Página ${page.number}`,
    '',
    'Esta cara no se pudo abrir y no aparece en esta copia de consulta.',
    'El archivo original se conserva completo en el acervo.',
    '',
    ...wrap(page.error ? `${page.error.code}: ${page.error.message}` : ''),
  ];
  const shown = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const top = NOTICE_SIZE.height - 2 * MARGIN;
  // Helvetica's WinAnsi encoding is Latin-1 for everything that Spanish needs.
  return Buffer.from(`BT /${font} 12 Tf ${LEADING} TL ${MARGIN} ${top} Td\n${shown}\nET\n`, 'latin1');
}

const escaped = (text: string) =>
  text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?').replace(/[\\()]/g, (character) => `\\${character}`);

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
