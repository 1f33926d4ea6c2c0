import { expect, it } from 'vitest';
import { findingLine } from '../../../src/words/es/fixity.ts';

it.each([
  [
    'changed',
    { document: 'd', path: 'v1/a.tif', code: 'sha256-differs', reason: 'its sha256 is another' },
    'ALTERADO  d  v1/a.tif  su SHA-256 es otro',
  ],
  ['untracked', { document: null, path: 'archive/x' }, 'SIN REGISTRO  archive/x'],
  [
    'unreadable',
    { document: 'd', path: 'v1/a.tif', code: 'eio', reason: 'Cannot read /x (EIO).' },
    'ILEGIBLE  d  v1/a.tif  El disco reporta una falla. Revíselo antes de seguir. [eio]',
  ],
] as const)('a file that is %s', (verdict, finding, line) => {
  expect(findingLine(verdict, finding)).toBe(line);
});
