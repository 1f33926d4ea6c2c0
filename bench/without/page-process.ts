// A process that reads one page after the other, each with all mends and then without some of them. A process and not a thread: its CPU seconds, those of the
// engine's thread among them, are its own.

import { type OpenPage, openScan } from '../../src/flow/steps/open.ts';
import type { Line } from '../../src/model/document.ts';
import { clean } from '../../src/recognition/clean.ts';
import type { Mend } from '../../src/recognition/mends/mend.ts';
import { MENDS } from '../../src/recognition/mends/mends.ts';
import { readCleaned } from '../../src/recognition/read-page.ts';
import { chooseEngine } from '../../src/wiring/ocr-engines.ts';
import { textOf } from '../readers/foja.ts';
import type { Specimen } from '../specimen.ts';
import { cpuSeconds, type RecordedEngine, recordedEngine } from './recorded-engine.ts';
import { watchedMends } from './watched-mends.ts';

/** What a page process is asked. */
export interface PageQuestion {
  readonly specimen: Specimen;
  /** Names of mends, those that are left out together. */
  readonly ways: readonly (readonly string[])[];
  readonly ocr: string;
  readonly answers: string;
}

/** What was read, and the CPU seconds of reading it; opening and cleaning the page are the same every way. */
export interface Way {
  readonly text: string;
  readonly cpuSeconds: number;
}

/** First with all mends, then one a way that was asked for. */
export type PageAnswer = { readonly ways: readonly Way[] } | { readonly failed: string };

let engine: { readonly language: string; readonly it: RecordedEngine } | undefined;

process.on('message', async (question: PageQuestion) => {
  const answer = await readEachWay(question).catch((error: Error): PageAnswer => ({ failed: error.message }));
  process.send!(answer);
});

async function readEachWay({ specimen, ways, ocr, answers }: PageQuestion): Promise<PageAnswer> {
  const reader = await engineOf(specimen.languages, ocr, answers);
  await using scan = await openScan(specimen.path, specimen.type);
  const pages: Way[][] = [];
  for (let i = 0; i < scan.pageCount; i++)
    pages.push(await readPageEachWay(await scan.page(i), i, ways, reader));
  const all = [[], ...ways].map((_, way) => ({
    text: pages.map((page) => page[way]!.text).join('\n'),
    cpuSeconds: pages.reduce((sum, page) => sum + page[way]!.cpuSeconds, 0),
  }));
  return { ways: all };
}

async function readPageEachWay(
  opened: OpenPage,
  i: number,
  ways: PageQuestion['ways'],
  reader: RecordedEngine,
): Promise<Way[]> {
  if (opened.text)
    return [[], ...ways].map(() => ({ text: textOf(opened.text as readonly Line[]), cpuSeconds: 0 }));
  const { width, height, dpi } = opened;
  const page = { number: i + 1, source: { file: 0, page: i }, width, height, dpi };
  const cleaned = await clean(page, opened, reader);
  // What the engine took when it was asked counts, however long ago that was.
  const clock = () => cpuSeconds() - reader.spentSeconds() + reader.cpuSeconds() - watch.seconds;
  const watch = { seconds: 0 };
  const read = async (mends: readonly Mend[]): Promise<Way> => {
    const before = clock();
    const { lines } = await readCleaned(cleaned, opened, reader, mends);
    return { text: textOf(lines), cpuSeconds: clock() - before };
  };
  const { mends, seen } = watchedMends(MENDS, clock, watch);
  const whole = await read(mends);
  const out = [whole];
  for (const way of ways) {
    const left = way.map((name) => seen.get(name)!);
    out.push(
      left.some(({ changed }) => changed)
        ? await read(MENDS.filter(({ name }) => !way.includes(name)))
        : { ...whole, cpuSeconds: whole.cpuSeconds - left.reduce((sum, it) => sum + it.cpuSeconds, 0) },
    );
  }
  return out;
}

async function engineOf(languages: readonly string[], ocr: string, answers: string): Promise<RecordedEngine> {
  const language = languages.join('+');
  if (engine?.language !== language) {
    await engine?.it.close();
    engine = { language, it: recordedEngine(await chooseEngine(ocr, languages).open(), answers) };
  }
  return engine.it;
}
