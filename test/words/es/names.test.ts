// What the texts send people to must be there.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

const files = ['src', 'cli', 'workers'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(folder, name)),
);
/** What the program does and says: its comments are for who reads the code. */
const textOf = (file: string) =>
  readFileSync(path.join(root, file), 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');

/** `docs/queue.md`; a decision also by its number alone, `docs/decisions/0002`. */
const isThere = (paper: string) => globSync(`${paper}{,-*}`, { cwd: root }).length > 0;

/** What every file says by this pattern, with the file. */
const said = (pattern: RegExp, within = files) =>
  within.flatMap((file) => [...textOf(file).matchAll(pattern)].map((match) => ({ file, name: match[1]! })));

describe('texts of the program', () => {
  it('name only papers that there are', () => {
    const papers = said(/(?<![\w/.-])(docs\/[\w/-]+(?:\.\w+)?)/g);
    expect(papers.length).toBeGreaterThan(0);
    expect(papers.filter(({ name }) => !isThere(name))).toEqual([]);
  });

  it('name only commands that there are', () => {
    const commands = readdirSync(path.join(root, 'cli/commands')).map((name) => name.replace('.ts', ''));
    const named = said(/«foja ([a-z]+)/g);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !commands.includes(name))).toEqual([]);
  });

  it('name only variables that config.ts reads, or that belong to others', () => {
    const config = textOf('src/config.ts');
    const variables = said(/\b(FOJA_[A-Z_]+)\b/g);
    expect(variables.length).toBeGreaterThan(20);
    expect(variables.filter(({ name }) => !config.includes(`'${name}'`))).toEqual([]);
  });
});

describe('codes of failures', () => {
  it('are cast only where they come from elsewhere', () => {
    expect(said(/(as ErrorCode)/g).map(({ file }) => file)).toEqual(['src/model/errors.ts']);
  });
});
