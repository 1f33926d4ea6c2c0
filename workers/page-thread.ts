// A thread that owns an OCR engine. Piscina calls the exported functions; nothing here decides anything.
import { workerData } from 'node:worker_threads';
import { chooseEngine } from '../src/adapters/ocr-engine/choose.ts';
import { type OpenScan, openScan } from '../src/flow/steps/open.ts';
import type { ReadPage } from '../src/model/document.ts';
import { read } from '../src/pipeline.ts';
import type { OcrEngine } from '../src/ports/ocr-engine.ts';
import type { DeliveredFile, ReadRequest } from '../src/ports/page-reader.ts';
import { type Answer, answer } from './answer.ts';

let engine: Promise<OcrEngine> | undefined;
let open: { path: string; scan: OpenScan } | undefined;

/** How many pages a file holds. */
export function count(file: DeliveredFile): Promise<Answer<number>> {
  return answer(file, async () => (await scanOf(file)).pageCount);
}

/** Reads one page. */
export function readPage(request: ReadRequest): Promise<Answer<ReadPage>> {
  return answer(request.file, async () => {
    engine ??= chooseEngine(workerData.ocr, workerData.languages).open();
    return read(await scanOf(request.file), request, await engine);
  });
}

// Pages of one document come one after the other: the file stays open between them.
async function scanOf(file: DeliveredFile): Promise<OpenScan> {
  if (open?.path !== file.path) {
    await open?.scan[Symbol.asyncDispose]();
    open = undefined;
    open = { path: file.path, scan: await openScan(file.path, file.type) };
  }
  return open.scan;
}
