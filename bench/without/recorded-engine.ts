import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GrayImage, OcrEngine, ReadingOptions, RecognizedLine } from '../../src/ports/ocr-engine.ts';
import { endedChildrenCpuSeconds } from '../measure/process-tree.ts';

/** What the engine said of a picture, and what that took. */
interface Answer {
  readonly lines: readonly RecognizedLine[];
  readonly cpuSeconds: number;
}

/** An engine that keeps its answers. `cpuSeconds` is what all that it was asked takes, whether it was asked anew or not. */
export interface RecordedEngine extends OcrEngine {
  readonly cpuSeconds: () => number;
  /** Of them, those that this process spent. */
  readonly spentSeconds: () => number;
}

/**
 * Wraps an engine so that a picture is read once, however often it is asked for: its answers are kept below `folder`, under the name of the
 * engine, the picture and how it was asked. One process must not ask for two pictures at a time, or their CPU seconds mix.
 */
export function recordedEngine(engine: OcrEngine, folder: string): RecordedEngine {
  let [charged, spent] = [0, 0];
  const ask = async (
    kind: 'page' | 'line',
    image: GrayImage,
    options: ReadingOptions,
    read: () => Promise<Answer['lines']>,
  ) => {
    const file = path.join(folder, `${keyOf([engine.name, kind, options.dpi], image)}.json`);
    const known = await readFile(file, 'utf8').catch(() => null);
    if (known !== null) {
      const answer = JSON.parse(known) as Answer;
      charged += answer.cpuSeconds;
      return answer.lines;
    }
    const before = cpuSeconds();
    const lines = await read();
    const answer: Answer = { lines, cpuSeconds: cpuSeconds() - before };
    charged += answer.cpuSeconds;
    spent += answer.cpuSeconds;
    await mkdir(path.dirname(file), { recursive: true });
    const part = `${file}.${process.pid}`;
    await writeFile(part, JSON.stringify(answer));
    await rename(part, file);
    return lines;
  };
  return {
    name: engine.name,
    languages: engine.languages,
    recognize: (image, options) => ask('page', image, options, () => engine.recognize(image, options)),
    async recognizeLines(images, options) {
      const read: Answer['lines'][] = [];
      for (const image of images)
        read.push(
          await ask('line', image, options, async () => (await engine.recognizeLines([image], options))[0]!),
        );
      return read;
    },
    close: () => engine.close(),
    cpuSeconds: () => charged,
    spentSeconds: () => spent,
  };
}

function keyOf(asked: readonly (string | number)[], { data, width, height }: GrayImage): string {
  const hash = createHash('sha256')
    .update([...asked, width, height].join('\n'))
    .update(data)
    .digest('hex');
  return path.join(hash.slice(0, 2), hash.slice(2, 34));
}

/** Of this process with its threads, and of the programs that it ran. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + (endedChildrenCpuSeconds() ?? 0);
}
