import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { run } from '../run.ts';
import type { Reader } from './reader.ts';
import { tesseractLanguages } from './tesseract.ts';

/** OCRmyPDF's own treatment of scans that lie badly. */
export const CLEANUP = ['--rotate-pages', '--deskew', '--clean'] as const;

/** Below, OCRmyPDF takes the resolution for a mistake and wants to be told. */
const BELIEVABLE_DPI = 97;
const USUAL_DPI = 300;

/** OCRmyPDF with its cleanup, one page a process; null where it is not installed. `scratch` is a folder for its output. */
export async function ocrmypdfReader(scratch: string): Promise<Reader | null> {
  const version = await ocrmypdfVersion();
  const installed = (await tesseractLanguages()) ?? [];
  if (version === null) return null;
  let count = 0;
  return {
    name: 'ocrmypdf',
    async refuses({ languages }) {
      const missing = languages.filter((language) => !installed.includes(language));
      return missing.length > 0 ? `no model for ${missing.join('+')}` : null;
    },
    async read({ path: file, type, languages, dpi }) {
      const base = path.join(scratch, String(count++));
      const known = type === 'application/pdf' || dpi !== null || (await hasResolution(file));
      await run('ocrmypdf', [
        ...['--quiet', '--jobs', '1', '-l', languages.join('+'), '--output-type', 'pdf'],
        ...CLEANUP,
        ...(known ? [] : ['--image-dpi', String(USUAL_DPI)]),
        ...['--sidecar', `${base}.txt`, file, `${base}.pdf`],
      ]);
      return { text: await readFile(`${base}.txt`, 'utf8') };
    },
    async close() {},
  };
}

/** The installed version; null where there is none. */
export const ocrmypdfVersion = (): Promise<string | null> =>
  run('ocrmypdf', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );

async function hasResolution(file: string): Promise<boolean> {
  const { density } = await sharp(file).metadata();
  return density !== undefined && density >= BELIEVABLE_DPI;
}
