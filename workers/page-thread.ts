// A thread that opens what was delivered and owns an OCR engine. Piscina calls the exported functions; nothing here decides anything.
import { type MessagePort, workerData } from 'node:worker_threads';
import { writeAccessCopy } from '../src/flow/steps/access-copy.ts';
import { type OpenScan, openScan } from '../src/flow/steps/open.ts';
import type { ReadPage } from '../src/model/document.ts';
import { read } from '../src/pipeline.ts';
import type { OcrEngine } from '../src/ports/ocr-engine.ts';
import type { CopyRequest, DeliveredFile, ReadRequest } from '../src/ports/page-reader.ts';
import { chooseEngine } from '../src/wiring/ocr-engines.ts';
import { type Answer, answer } from './answer.ts';

/**
 * What a thread says that it is at: it has an engine and opens what it was given, it reads the page that is open, it copies the page of
 * this number.
 */
export type Step = 'opening' | 'reading' | number;

interface Heard {
  readonly tell: MessagePort;
}

let engine: Promise<OcrEngine> | undefined;
let open: { path: string; scan: OpenScan } | undefined;

/** How many pages a file holds. */
export function count({ file, tell }: { readonly file: DeliveredFile } & Heard): Promise<Answer<number>> {
  say(tell, 'opening');
  return answer([file], async () => (await scanOf(file)).pageCount);
}

/** Reads one page. */
export function readPage({ tell, ...request }: ReadRequest & Heard): Promise<Answer<ReadPage>> {
  return answer([request.file], async () => {
    engine ??= chooseEngine(workerData.ocr, workerData.languages).open();
    const reading = await engine;
    // All that the pool ever says is that it is to stop.
    tell.once('message', () => void reading.close());
    say(tell, 'opening');
    const scan = await scanOf(request.file);
    const page: OpenScan['page'] = async (index) => {
      const opened = await scan.page(index);
      say(tell, 'reading');
      return opened;
    };
    return read({ ...scan, page }, request, reading);
  });
}

/** Writes an access copy. */
export function writeCopy({ tell, ...request }: CopyRequest & Heard): Promise<Answer<void>> {
  return answer(request.files, () => writeAccessCopy(request, (page) => say(tell, page)));
}

const say = (tell: MessagePort, step: Step): void => tell.postMessage(step);

// Pages of one document come one after the other: the file stays open between them.
async function scanOf(file: DeliveredFile): Promise<OpenScan> {
  if (open?.path !== file.path) {
    await open?.scan[Symbol.asyncDispose]();
    open = undefined;
    open = { path: file.path, scan: await openScan(file.path, file.type) };
  }
  return open.scan;
}
