// Imports point one way (docs/design.md): a rule that nobody has to remember.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = ['src', 'cli', 'workers'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name)),
);

const imports: Import[] = files.flatMap((file) => {
  const code = readFileSync(path.join(root, file), 'utf8');
  return [...code.matchAll(/^\s*(?:import|export)\b[^;]*?from '([^']+)'/gm)].map(([, target]) => ({
    file,
    target: target!.startsWith('.') ? path.posix.join(path.posix.dirname(file), target!) : target!,
  }));
});

const offenders = (from: RegExp, to: RegExp, except = /^$/) =>
  imports
    .filter(({ file, target }) => from.test(file) && to.test(target) && !except.test(file))
    .map(({ file, target }) => `${file} → ${target}`);

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each([
    ['the glossary and the errors know nothing', /^src\/(document|errors)\.ts$/, /./],
    [
      'ports know the glossary only',
      /^src\/ports\//,
      /^(?!node:|src\/(document|errors|ports\/|imaging\/pixels)).*$/,
      /^$/,
    ],
    [
      'stages know ports, never adapters',
      /^src\/(stages|imaging|extraction|pdf|exchange|search|archive|intake)\//,
      /^src\/adapters\//,
    ],
    [
      'adapters know no stage and no command',
      /^src\/adapters\//,
      /^(src\/(stages|archive|pipeline|runner|open|intake)|cli|workers)/,
    ],
    [
      'pure parts know no stage',
      /^src\/(imaging|extraction|pdf|search|exchange)\//,
      /^(src\/(stages|pipeline|runner|open)|cli|workers)/,
      /^src\/(exchange\/export-document|pdf\/)/,
    ],
    ['nothing imports the command line', /^(src|workers)\//, /^cli\//],
    ['only reading.ts starts threads', /^src\//, /^workers\//, /^src\/reading\.ts$/],
    [
      'only open.ts, reading.ts, setup.ts and the thread know adapters',
      /^(src\/[^/]+\.ts|cli|workers)/,
      /^src\/adapters\//,
      /^(src\/(open|reading|setup)|workers\/page-thread)\.ts$/,
    ],
  ])('%s', (_, from, to, except = /^$/) => {
    expect(offenders(from, to, except)).toEqual([]);
  });

  it.each([
    ['sharp', /^src\/imaging\//],
    ['pdf-lib', /^src\/pdf\//],
    ['@hyzyla/pdfium', /^src\/pdf\//],
    ['tesseract.js', /^src\/adapters\/ocr-engine\//],
    ['node:sqlite', /^src\/adapters\//],
    ['commander', /^cli\//],
    ['piscina', /^workers\//],
    ['p-queue', /^src\/adapters\/job-queue\//],
    ['bullmq', /^src\/adapters\/job-queue\//],
    ['ioredis', /^src\/adapters\/job-queue\//],
    ['@bull-board/api', /^src\/adapters\/job-queue\//],
    ['pino', /^(workers|cli\/commands\/worker)/],
    ['prom-client', /^workers\//],
  ])('%s is used in its own room', (library, room) => {
    const users = imports
      .filter(({ target }) => target === library || target.startsWith(`${library}/`))
      .map(({ file }) => file);
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !room.test(file))).toEqual([]);
  });
});

describe('files', () => {
  it('stay small: one thing each', () => {
    const long = files
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('print only from the command line', () => {
    const printers = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        /\bconsole\.|process\.std(out|err)\b/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(printers).toEqual([]);
  });

  it('leave the environment to config.ts', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(readers.filter((file) => !['src/config.ts', 'cli/output.ts'].includes(file))).toEqual([]);
  });
});
