import { spawnSync } from 'node:child_process';

/**
 * Whether tests of the installed `tesseract` program are left out here: only where it, or Spanish, is not installed, and never
 * in CI, where they fail instead.
 */
export const WITHOUT_TESSERACT =
  !process.env['CI'] &&
  !/^spa$/m.test(spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout ?? '');
