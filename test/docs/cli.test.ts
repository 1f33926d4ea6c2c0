// docs/cli.md says what the program has, no more and no less.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foja } from '../support/foja.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/cli.md'), 'utf8');

/** The page's part on a command: from its heading to the next one. */
const sections = new Map(
  page
    .split(/^#{2,3} /m)
    .flatMap((part) => [...part.matchAll(/^`foja ([a-z]+)[^\n]*\n([\s\S]*)/g)])
    .map(([, name, text]) => [name!, text!]),
);

const COMMON = ['--archive', '--json', '--help', '--version'];

const optionsIn = (text: string) =>
  new Set([...text.matchAll(/--[a-z][a-z0-9-]*/g)].map(([option]) => option).filter(isOwn));
const isOwn = (option: string) => !COMMON.includes(option);

const help = async (...words: string[]) => (await foja(import.meta.dirname, ...words, '--help')).stdout;

/** The names that commander lists below a title of its help. */
const listed = (text: string, title: string) =>
  [...(text.split(`${title}:\n`)[1]?.split('\n\n')[0] ?? '').matchAll(/^ {2}(\S+)/gm)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'help');

const commands = listed(await help(), 'Órdenes');

describe('docs/cli.md', () => {
  it('has a part for each command, and for no other', () => {
    expect(commands.length).toBeGreaterThan(10);
    expect([...sections.keys()].sort()).toEqual([...commands].sort());
  });

  it.each(commands)('has the options of foja %s', async (command) => {
    const text = await help(command);
    expect(text).not.toMatch(/\b(?:default|choices|options|command):?\b/);
    const parts = await Promise.all(listed(text, 'Órdenes').map((part) => help(command, part)));
    const program = new Set(
      [text, ...parts].flatMap((said) =>
        [...said.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z0-9-]*)/gm)].map(([, it]) => it!),
      ),
    );
    const said = [...program].filter(isOwn).sort();
    // Rows of tables are where the page explains an option.
    const rows = sections
      .get(command)!
      .split('\n')
      .filter((line) => /^\| `-/.test(line))
      .join('\n');
    const explained = optionsIn(rows.replaceAll(/^(\|[^|]*\|).*$/gm, '$1'));
    expect([...explained].sort()).toEqual(said);
  });
});
