// `npm run bench`: accuracy, orientation, speed, memory and scale in one table and one JSON file. docs/bench.md says how it measures.
import { exitCodeOf, FojaError } from '../src/model/errors.ts';
import { corpusPages } from './corpus.ts';
import { describeMachine } from './machine.ts';
import { turnedPages } from './measure/turned.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { say } from './progress.ts';
import { fojaReader } from './readers/foja.ts';
import { ocrmypdfReader } from './readers/ocrmypdf.ts';
import type { Reader } from './readers/reader.ts';
import { tesseractReader } from './readers/tesseract.ts';
import { Refusal } from './refusal.ts';
import { textReport, writeJson, writeMarkdown } from './report.ts';
import type { Results } from './results.ts';
import { scratchFolder } from './scratch.ts';
import type { Specimen } from './specimen.ts';
import { measureAccuracy } from './suites/accuracy.ts';
import { measureFields } from './suites/fields.ts';
import { measureMemory } from './suites/memory.ts';
import { measureOrientation } from './suites/orientation.ts';
import { measureScale } from './suites/scale.ts';
import { measureSpeed } from './suites/speed.ts';
import { measureWithout } from './suites/without.ts';
import { syntheticPages } from './synthetic.ts';

try {
  await main(readOptions(process.argv.slice(2), process.env));
} catch (error) {
  if (!(error instanceof Refusal || error instanceof FojaError)) throw error;
  say(error.message);
  process.exitCode = error instanceof Refusal ? error.exitCode : exitCodeOf(error);
}

async function main(options: BenchOptions): Promise<void> {
  const { json, markdown, corpus, readings, ...shown } = options;
  const machine = await describeMachine();
  const measured = await measureAll(options);
  const results: Results = { at: new Date().toISOString(), machine, options: shown, ...measured };
  await writeJson(json, results);
  if (markdown) await writeMarkdown(markdown, results);
  process.stdout.write(`${textReport(results)}\n\n${json}\n`);
}

async function measureAll(options: BenchOptions): Promise<Omit<Results, 'at' | 'machine' | 'options'>> {
  const { kinds, pages, speedPages, seeds, turned, corpus, jobs, ocr } = options;
  const wanted = new Set(options.sections);
  const each = wanted.has('accuracy') || wanted.has('orientation') ? pages : speedPages;
  const drawn = options.sections.some((name) => name !== 'fields') ? kinds : [];
  say(`drawing ${each * drawn.length * seeds.length} pages (kept for the next run)`);
  const synthetic: Specimen[] = [];
  for (const seed of seeds) synthetic.push(...(await syntheticPages(drawn, { pages: each, seed, jobs })));
  const few = kinds.flatMap((kind) => synthetic.filter(({ set }) => set === kind).slice(0, speedPages));

  if (options.without !== null) {
    const real = corpus ? await corpusPages(corpus) : [];
    return { without: await measureWithout({ synthetic, real }, { ways: options.without, ocr, jobs }) };
  }

  await using scratch = await scratchFolder();
  await using readers = new AsyncDisposableStack();
  const open = (reader: Reader | null) => reader && readers.adopt(reader, (it) => it.close());
  const foja = readers.adopt(fojaReader(jobs, ocr), (it) => it.close());
  const peers =
    options.peers && wanted.has('accuracy')
      ? [open(await ocrmypdfReader(scratch.path)), open(await tesseractReader())]
      : [];
  const all = [foja, ...peers.filter((it) => it !== null)];

  const accuracy = wanted.has('accuracy') && {
    synthetic: await measureAccuracy(synthetic, all, jobs),
    ...(corpus && { real: await measureAccuracy(await corpusPages(corpus), all, jobs) }),
  };
  const orientation = wanted.has('orientation') && {
    orientation: await measureOrientation(await turnedPages(synthetic, turned), foja, jobs),
  };
  // Its threads must not stand beside what is timed next.
  await foja.close();
  return {
    ...accuracy,
    ...orientation,
    ...(wanted.has('fields') && { fields: await measureFields(options) }),
    ...(wanted.has('speed') && { speed: await measureSpeed(few, options) }),
    ...(wanted.has('memory') && { memory: await measureMemory(few, options) }),
    ...(wanted.has('scale') && { scale: await measureScale(few, options) }),
  };
}
