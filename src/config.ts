// The only reader of process.env. Validated once, frozen.
import { userInfo } from 'node:os';
import { UsageError } from './errors.ts';

export interface Config {
  /** Where the archive lies: a folder or `s3://bucket/prefix`. */
  readonly archive: string;
  /** `local:` or `redis://…` */
  readonly queue: string;
  /** `sqlite:PATH` or `http(s)://…`; null means beside the archive. */
  readonly index: string | null;
  /** Who acts, for the versions of the archive. */
  readonly user: string;
}

/** Flags win over the environment, the environment over the defaults. UsageError names what is wrong. */
export function readConfig(flags: { archive?: string }, env: NodeJS.ProcessEnv = process.env): Config {
  const config: Config = {
    archive: flags.archive ?? env['FOJA_ARCHIVE'] ?? './archivo',
    queue: env['FOJA_QUEUE'] ?? 'local:',
    index: env['FOJA_INDEX'] ?? null,
    user: env['FOJA_USER'] ?? userName(),
  };
  if (config.archive.trim() === '') {
    throw new UsageError(
      'bad-config',
      'The archive is empty text: give a folder to --archive or FOJA_ARCHIVE.',
    );
  }
  return Object.freeze(config);
}

// In a container the user id may have no name.
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'foja';
  }
}
