import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { environmentWith } from '../../../config.ts';
import { DependencyError } from '../../../model/errors.ts';

const PROGRAM = 'tesseract';

/** For what is answered in a moment. What reads a page has as long as its page, and is then told to stop. */
const ANSWER_MS = 120_000;
const LARGEST_ANSWER = 2 ** 26;

const execute = promisify(execFile);

/**
 * Runs the program to its end, with `input` on its stdin; what it wrote. DependencyError (`program-missing`) when there is none.
 * Rejects when it fails, takes too long, or is told to stop, after which it is dead. Never a shell.
 */
export async function runTesseract(
  args: readonly string[],
  { input, signal }: { readonly input?: Buffer; readonly signal?: AbortSignal } = {},
): Promise<string> {
  // One thread a page: foja reads as many pages at a time as there are cores.
  const running = execute(PROGRAM, args, {
    env: environmentWith({ OMP_THREAD_LIMIT: '1' }),
    timeout: signal ? 0 : ANSWER_MS,
    killSignal: 'SIGKILL',
    maxBuffer: LARGEST_ANSWER,
    windowsHide: true,
    ...(signal && { signal }),
  });
  const { stdin } = running.child;
  // Its end says why it did not want to hear more.
  stdin?.on('error', () => {});
  stdin?.end(input);
  try {
    return (await running).stdout;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw missing(cause);
    throw cause;
  }
}

const missing = (cause: unknown) =>
  new DependencyError(
    'program-missing',
    `The program ${PROGRAM} is not on this machine: apt-get install tesseract-ocr tesseract-ocr-spa, or read without it (tesseract-js:).`,
    { about: `apt-get install tesseract-ocr tesseract-ocr-spa`, cause },
  );
