import { execFile } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteIndex } from '../../../../src/adapters/search-index/sqlite/sqlite.ts';
import type { SearchIndex } from '../../../../src/ports/search-index.ts';
import { hiddenDocumentsContract } from '../../../contracts/hidden-documents.ts';
import { searchIndexContract } from '../../../contracts/search-index.ts';
import { documentOf } from '../../../search/documents.ts';

let folder: string;
let files = 0;
const newPath = () => join(folder, 'new', `${files++}.sqlite`);
const totalOf = async (index: SearchIndex, text: string) =>
  (await index.search({ text, scopes: 'all', limit: 10, offset: 0 })).total;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foja-index-'));
});
afterAll(() => rm(folder, { recursive: true }));

searchIndexContract('sqlite', () => openSqliteIndex(newPath()));
hiddenDocumentsContract('sqlite', () => openSqliteIndex(newPath()));

describe('a file that is there already', () => {
  it('is used as it is', async () => {
    const path = newPath();
    const first = await openSqliteIndex(path);
    await first.put(documentOf('a', ['licencias']));
    await first.close();
    const again = await openSqliteIndex(path);
    expect(await totalOf(again, 'lisencia')).toBe(1);
    await again.close();
  });

  it('of another version is refused, and built anew when asked', async () => {
    const path = newPath();
    const first = await openSqliteIndex(path);
    await first.put(documentOf('a', ['licencia']));
    await first.close();
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openSqliteIndex(path)).rejects.toMatchObject({
      code: 'index-outdated',
      message: expect.stringContaining('foja reindex'),
    });
    const rebuilt = await openSqliteIndex(path, { rebuild: true });
    expect(await rebuilt.counts('all')).toMatchObject({ documents: 0, pages: 0 });
    await rebuilt.put(documentOf('a', ['licencia']));
    expect(await totalOf(rebuilt, 'licencia')).toBe(1);
    await rebuilt.close();
  });

  it('that is damaged says so, and is built anew when asked', async () => {
    const path = newPath();
    const first = await openSqliteIndex(path);
    for (let i = 0; i < 20; i++) await first.put(documentOf(`d${i}`, [`licencia ${i} `.repeat(50)]));
    await first.close();
    await using file = await open(path, 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 100, 0x5a), 0, size - 100, 100);
    await expect(openSqliteIndex(path)).rejects.toMatchObject({
      code: 'index-damaged',
      message: expect.stringContaining('foja reindex'),
    });
    const rebuilt = await openSqliteIndex(path, { rebuild: true });
    expect(await rebuilt.counts('all')).toMatchObject({ documents: 0, pages: 0 });
    await rebuilt.close();
  });

  it('that is not ours is never touched', async () => {
    const text = newPath();
    const other = newPath();
    await (await openSqliteIndex(newPath())).close(); // makes the folder
    await writeFile(text, 'minutes of the meeting');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE pages (mine)');
    database.close();
    for (const path of [text, other]) {
      const before = await readFile(path);
      await expect(openSqliteIndex(path, { rebuild: true })).rejects.toMatchObject({ code: 'not-an-index' });
      expect(await readFile(path)).toEqual(before);
    }
  });

  it('that cannot be opened is an AccessError', async () => {
    await expect(openSqliteIndex(folder)).rejects.toMatchObject({ name: 'AccessError' });
    await expect(openSqliteIndex('/dev/null/index.sqlite')).rejects.toMatchObject({ name: 'AccessError' });
  });
});

describe('several at once', () => {
  it('readers see whole documents only, while one is being written', async () => {
    const path = newPath();
    const writer = await openSqliteIndex(path);
    const reader = await openSqliteIndex(path);
    const pages = Array.from({ length: 300 }, (_, i) => `foja número ${i} del expediente`);
    let done = false;
    const writing = writer.put(documentOf('large', pages)).then(() => {
      done = true;
    });
    const seen = new Set<number>();
    while (!done) {
      for (const index of [writer, reader]) seen.add((await index.counts('all')).pages);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
    expect([...seen].every((count) => count === 0 || count === 300)).toBe(true);
    expect(seen).toContain(0);
    expect(await totalOf(reader, 'foja')).toBe(300);
    await writer.close();
    await reader.close();
  });

  it('two writers take turns, in one process or in two', async () => {
    const path = newPath();
    const [a, b] = [await openSqliteIndex(path), await openSqliteIndex(path)];
    const script = `
      import { openSqliteIndex } from '../src/adapters/search-index/sqlite.ts';
      import { documentOf } from '../test/search/documents.ts';
      const index = await openSqliteIndex(process.argv[1]);
      for (let i = 0; i < 15; i++) await index.put(documentOf('other' + i, ['mercado', 'plaza']));
      await index.close();`;
    const child = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, path]);
    const pages = Array.from({ length: 45 }, () => 'mercado');
    await Promise.all(
      [a, b].flatMap((index, n) =>
        Array.from({ length: 10 }, (_, i) => index.put(documentOf(`${n}-${i}`, pages))),
      ),
    );
    await child;
    expect(await a.counts('all')).toMatchObject({ documents: 35, pages: 20 * 45 + 30 });
    await a.clear();
    await a.refresh();
    await b.put(documentOf('after', ['mercados'])); // b must not take its words for stored
    expect(await totalOf(b, 'mercdos')).toBe(1);
    await a.close();
    await b.close();
  });

  it('a document stopped halfway leaves nothing, and what follows is whole', async () => {
    const index = await openSqliteIndex(newPath());
    const stop = new AbortController();
    const putting = index.put(
      documentOf(
        'a',
        Array.from({ length: 500 }, () => 'panteones'),
      ),
      stop.signal,
    );
    setImmediate(() => stop.abort());
    await expect(putting).rejects.toThrow();
    expect(await index.counts('all')).toMatchObject({ documents: 0, pages: 0 });
    await index.put(documentOf('b', ['panteones']));
    expect(await totalOf(index, 'panteón')).toBe(1);
    await index.close();
  });

  it('says that it is closed', async () => {
    const index = await openSqliteIndex(newPath());
    await index.close();
    await index.close();
    await expect(index.counts('all')).rejects.toMatchObject({ code: 'index-closed' });
    await expect(index.put(documentOf('a', ['x']))).rejects.toMatchObject({ code: 'index-closed' });
  });
});
