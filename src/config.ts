// The only file that knows process.env. Validated once, frozen.
import { userInfo } from 'node:os';
import path from 'node:path';
import { UsageError } from './model/errors.ts';

export interface Config {
  /** Where the archive lies: a folder or `s3://bucket/prefix`. */
  readonly archive: string;
  /** `local:` or `redis://…` */
  readonly queue: string;
  /** `sqlite:PATH` or `http(s)://…`; null means beside the archive. */
  readonly index: string | null;
  /** The key of the index's server; null where it wants none. */
  readonly indexKey: string | null;
  /** What reads text: `tesseract-js:` or `tesseract:` (the installed program), either with a folder of models behind the colon. */
  readonly ocr: string;
  /** How long one page may take to be opened and read, or to be copied. */
  readonly pageSeconds: number;
  /** Who acts, for the versions of the archive. */
  readonly user: string;
}

/** OCRmyPDF gives a page three minutes (its --tesseract-timeout); a page that needs more is not text. */
export const PAGE_SECONDS = 180;
/** A day. */
const MOST_SECONDS = 86_400;

/** Flags win over the environment, the environment over the defaults. UsageError names what is wrong. */
export function readConfig(
  flags: { archive?: string; ocr?: string; pageTimeout?: number },
  env: NodeJS.ProcessEnv = process.env,
): Config {
  // Set to nothing is not set: compose files pass on what is missing as empty text.
  const said = (name: string): string | undefined => env[name] || undefined;
  const config: Config = {
    archive: flags.archive ?? env['FOJA_ARCHIVE'] ?? './archivo',
    queue: said('FOJA_QUEUE') ?? 'local:',
    index: said('FOJA_INDEX') ?? null,
    indexKey: said('FOJA_INDEX_KEY') ?? said('MEILI_MASTER_KEY') ?? null,
    ocr: flags.ocr ?? said('FOJA_OCR') ?? 'tesseract-js:',
    pageSeconds: flags.pageTimeout ?? secondsOf(said('FOJA_PAGE_TIMEOUT')) ?? PAGE_SECONDS,
    user: said('FOJA_USER') ?? userName(),
  };
  if (config.archive.trim() === '') {
    throw new UsageError(
      'bad-config',
      'The archive is empty text: give a folder to --archive or FOJA_ARCHIVE.',
    );
  }
  return Object.freeze(config);
}

function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (isPageSeconds(Number(text))) return Number(text);
  throw new UsageError(
    'bad-page-timeout',
    `FOJA_PAGE_TIMEOUT is ${text}: give whole seconds from 1 to ${MOST_SECONDS}.`,
    { about: text },
  );
}

/** Whether a page may be given so long. */
export const isPageSeconds = (n: number): boolean => Number.isInteger(n) && n >= 1 && n <= MOST_SECONDS;

/** The environment for a program that foja starts: its own, with these. */
export const environmentWith = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...variables,
});

/**
 * Where Node keeps what it makes of the program's files, for all threads and programs that start from here: where the environment says, else in the
 * user's own folder for what can be made again (XDG base directories). In a shared one, code could be another's. False where there is none.
 */
export function nameCompileCache(env: NodeJS.ProcessEnv = process.env): boolean {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const xdg = env['XDG_CACHE_HOME'] ?? '';
  // A relative one is to be ignored, says the specification: it would be another folder wherever foja is called.
  const caches = path.isAbsolute(xdg) ? xdg : home && path.join(home, '.cache');
  if (caches) env['NODE_COMPILE_CACHE'] ??= path.join(caches, 'foja');
  return env['NODE_COMPILE_CACHE'] !== undefined;
}

// In a container the user id may have no name.
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'foja';
  }
}
