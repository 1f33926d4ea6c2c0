// The rooms of the house and which may know which (docs/design.md): rules that nobody has to remember.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

/** Where it is decided which adapter stands behind a URL. */
const WIRES = /^src\/(adapters|wiring)\//;

const files = ['src', 'cli', 'workers'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name)),
);

const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

const imports: Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(/(?:^\s*(?:import|export)\b[^;]*?from |\bimport\()'([^']+)'/gm)].map(
    ([, target]) => ({
      file,
      target: target!.startsWith('.') ? path.posix.join(path.posix.dirname(file), target!) : target!,
    }),
  ),
);

/** From the ground up: a room knows those before it, never those behind it. */
const ROOMS = [
  'src/model/',
  'src/config.ts',
  'src/ports/',
  'src/imaging/',
  'src/extraction/',
  'src/fields/',
  'src/pdf/',
  'src/search/',
  'src/adapters/',
  'src/archive/',
  'src/workspace.ts',
  'src/description/',
  'src/exchange/',
  'src/intake/',
  'src/recognition/',
  'src/flow/steps/',
  'src/pipeline.ts',
  'src/flow/',
  'src/review/',
  'src/services/',
  'src/words/',
  // The thread that reads pages asks which engine it owns.
  'src/wiring/table.ts',
  'src/wiring/ocr-engines.ts',
  'workers/',
  'src/wiring/',
  'cli/',
];

/** Number of a file's room: of two that fit, the one named more closely. */
const roomOf = (file: string) => {
  const fit = ROOMS.filter((room) => file.startsWith(room)).sort((a, b) => b.length - a.length)[0];
  return fit === undefined ? -1 : ROOMS.indexOf(fit);
};

const offenders = (from: RegExp, to: RegExp, except = /^$/) =>
  imports
    .filter(({ file, target }) => from.test(file) && to.test(target) && !except.test(file))
    .map(({ file, target }) => `${file} → ${target}`);

describe('rooms', () => {
  it('hold every file', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(files.filter((file) => roomOf(file) < 0)).toEqual([]);
  });

  it('know only rooms below them', () => {
    const upward = imports
      .filter(({ target }) => /^(src|cli|workers)\//.test(target))
      .filter(({ file, target }) => roomOf(target) > roomOf(file))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(upward).toEqual([]);
  });

  it('have no circle of files', () => {
    const next = Map.groupBy(imports, ({ file }) => file);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (done.has(file) || way.includes(file)) return;
      for (const { target } of next.get(file) ?? []) visit(target, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('have no more than 20 files beside each other', () => {
    const counts = Map.groupBy(files, (file) => path.posix.dirname(file));
    expect([...counts].filter(([, inside]) => inside.length > 20).map(([folder]) => folder)).toEqual([]);
  });

  it.each([
    ['the model knows only itself', /^src\/model\//, /^(?!src\/model\/)/],
    ['adapters are known to who wires them', /^(src|cli|workers)\//, /^src\/adapters\//, WIRES],
    ['adapters know no archive', /^src\/adapters\//, /^src\/archive\//],
    [
      'commands ask use cases',
      /^cli\/commands\//,
      /^src\/(?!services\/|words\/|wiring\/|model\/|ports\/|config\.ts|workspace\.ts)/,
      /^$/,
    ],
    ['only reading.ts starts threads', /^src\//, /^workers\//, /^src\/wiring\/reading\.ts$/],
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

describe('use cases', () => {
  // They take whom they act for with each call, and can be stopped.
  it('take what they work on, who acts, what is asked and a signal', () => {
    const cases = files
      .filter((file) => file.startsWith('src/services/'))
      .flatMap((file) =>
        [
          ...textOf(file).matchAll(
            /^export (?:const|async function\*?) (\w+)(?: = (?:async )?)?\(([^)]*)\)/gm,
          ),
        ].map(([, name, parameters]) => ({
          name: `${file} ${name}`,
          parameters: parameters!.replace(/\s+/g, ' '),
        })),
      );
    expect(cases.length).toBeGreaterThan(15);
    const others = cases.filter(
      ({ parameters }) =>
        !/^[^:]+: [\w |]+, _?actor: Actor, .+, signal: AbortSignal\b/.test(parameters.trim()),
    );
    expect(others.map(({ name, parameters }) => `${name}: ${parameters}`)).toEqual([]);
  });
});

describe('files', () => {
  it('stay small: one thing each', () => {
    const long = files
      .map((file) => [file, textOf(file).split('\n').length] as const)
      .filter(([, lines]) => lines > 300);
    expect(long).toEqual([]);
  });

  it('print only from the command line', () => {
    const printers = files.filter(
      (file) => !file.startsWith('cli/') && /\bconsole\.|process\.std(out|err)\b/.test(textOf(file)),
    );
    expect(printers).toEqual([]);
  });

  it('leave Spanish to words/es', () => {
    const spanish =
      /(['`])(?:(?!\1).)*(?:[áéíóúñ¿¡«]|\b(?:documentos?|página|archivo|solo|escriba)\b)(?:(?!\1).)*\1/;
    const speakers = files
      .filter((file) => /^(cli|workers|src\/services)\//.test(file))
      .flatMap((file) =>
        textOf(file)
          .split('\n')
          .map((line) => [file, line.replace(/\/\/.*|^ *\*.*/, '')]),
      )
      .filter(([, line]) => spanish.test(line!))
      .map(([file, line]) => `${file}: ${line!.trim()}`);
    expect(speakers).toEqual([]);
  });

  it('leave the environment to config.ts', () => {
    const readers = files.filter((file) => /process\.env/.test(textOf(file)));
    expect(readers.filter((file) => !['src/config.ts', 'cli/output.ts'].includes(file))).toEqual([]);
  });
});
