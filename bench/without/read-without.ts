import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { counting } from '../progress.ts';
import type { Specimen } from '../specimen.ts';
import type { PageAnswer, PageQuestion } from './page-process.ts';

/** A page, and what was read of it: with all mends, then each way without some. */
export interface ReadWithout {
  readonly specimen: Specimen;
  readonly answer: PageAnswer;
}

/**
 * Reads every page with all mends and without those of each way, `jobs` pages at a time. What the engine says of a picture is kept below bench/out/answers: it is
 * asked once, in this run and in all others.
 */
export async function readWithout(
  specimens: readonly Specimen[],
  { ways, ocr, jobs }: { readonly ways: PageQuestion['ways']; readonly ocr: string; readonly jobs: number },
): Promise<ReadWithout[]> {
  const tick = counting('accuracy without mends', specimens.length);
  const answers = path.join(import.meta.dirname, '../out/answers');
  // Engines are opened for a language: pages of one come one after the other.
  const waiting = specimens.toSorted((a, b) => a.languages.join().localeCompare(b.languages.join()));
  const read: ReadWithout[] = [];
  const work = async () => {
    const child = fork(path.join(import.meta.dirname, 'page-process.ts'));
    try {
      for (let specimen = waiting.shift(); specimen; specimen = waiting.shift()) {
        read.push({ specimen, answer: await ask(child, { specimen, ways, ocr, answers }) });
        tick();
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return read;
}

async function ask(child: ChildProcess, question: PageQuestion): Promise<PageAnswer> {
  const stop = new AbortController();
  const answer = once(child, 'message', stop) as Promise<[PageAnswer]>;
  const exit = once(child, 'exit', stop).then(([code]) => {
    throw new Error(`The process that read ${question.specimen.id} ended with code ${code}.`);
  });
  child.send(question);
  try {
    return (await Promise.race([answer, exit]))[0];
  } finally {
    stop.abort();
    await Promise.allSettled([answer, exit]);
  }
}
