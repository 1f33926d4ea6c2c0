import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { isBusy, type Machine } from './machine.ts';
import { type Results, tablesOf } from './results.ts';
import { asMarkdown, asText } from './table.ts';

const BEGIN = '<!-- tables -->';
const END = '<!-- /tables -->';

const DEFAULT_OCR = readConfig({}, {}).ocr;

/** The tables as a terminal shows them, under the line that says where they come from. */
export const textReport = (results: Results): string =>
  [origin(results), ...tablesOf(results).map(asText)].join('\n\n');

/** Writes the figures. */
export async function writeJson(file: string, results: Results): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** Writes the tables: between its marks where the file has them, so that text about them stays; else as the whole file. */
export async function writeMarkdown(file: string, results: Results): Promise<void> {
  const tables = [origin(results), ...tablesOf(results).map(asMarkdown)].join('\n\n');
  const before = await readFile(file, 'utf8').catch(() => '');
  await writeFile(file, placed(before, tables));
}

/** Puts the tables between the marks of a text, or in place of it where it has none. */
export function placed(text: string, tables: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) return `${tables}\n`;
  return `${text.slice(0, from + BEGIN.length)}\n${tables}\n${text.slice(to)}`;
}

function origin(results: Results): string {
  const { at, machine } = results;
  const { foja, commit, node, platform, cpu, cores, memoryBytes } = machine;
  const memory = `${Math.round(memoryBytes / 2 ** 30)} GiB`;
  return `foja ${foja}${commit ? ` (${commit})` : ''}, Node ${node}, ${platform}, ${cores} × ${cpu}, ${memory}, ${at.slice(0, 10)}.${engine(results)}${busy(machine)}`;
}

const engine = ({ options }: Results) =>
  options.ocr === DEFAULT_OCR ? '' : ` Accuracy with ${options.ocr}.`;

const busy = (machine: Machine) =>
  isBusy(machine)
    ? ` The machine was busy (load ${machine.loadBefore.toFixed(1)}): figures of time and CPU are not to be published.`
    : '';
