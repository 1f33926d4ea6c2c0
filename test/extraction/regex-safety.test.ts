import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { starHeight } from './support/star-height.ts';

const root = path.resolve(import.meta.dirname, '../../src');
const files = ['extraction', 'fields'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(room, name)),
);

// A slash where a value can stand begins an expression.
const LITERAL =
  /(?<=[=(,:[!&|?]\s{0,8}|^\s{0,12})\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+)\/[dgimsuvy]*/gm;

/** The expressions that a file writes out. */
const literalsOf = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(LITERAL)].map((match) => match[1]!);

/** The expressions that modules put together while they are loaded. */
async function composed(): Promise<string[]> {
  const sources: string[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      sources.push(made.source);
      return made;
    },
  });
  try {
    for (const file of files) await import(path.join(root, file));
  } finally {
    globalThis.RegExp = real;
  }
  return sources;
}

describe('star height', () => {
  it.each([
    ['a+b*', 1],
    ['(a+)+', 2],
    ['(?:a{2,}|b)*', 2],
    ['(?:a{1,9})+', 1],
    ['(?:[(+*]|\\*)+', 1],
    ['((x*)y)*z', 2],
  ])('of %s is %d', (source, height) => {
    expect(starHeight(source)).toBe(height);
  });
});

describe('regular expressions of the recognisers', () => {
  it('never repeat an endless repetition', async () => {
    const sources = [...files.flatMap(literalsOf), ...(await composed())];
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.filter((source) => starHeight(source) > 1)).toEqual([]);
  });
});
