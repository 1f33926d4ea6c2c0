import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { foja, temporaryFolder } from '../support/foja.ts';

afterEach(() => vi.unstubAllEnvs());

const filesBelow = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

it('keeps the compiled program in the folder of the user', async () => {
  await using folder = await temporaryFolder();
  vi.stubEnv('NODE_COMPILE_CACHE', undefined);
  vi.stubEnv('XDG_CACHE_HOME', folder.path);
  expect(await foja(folder.path, 'list', '--archive', 'nada')).toMatchObject({ signal: null });
  expect((await filesBelow(path.join(folder.path, 'foja'))).length).toBeGreaterThan(10);
});

it('does without where it cannot write there, or must not', async () => {
  await using folder = await temporaryFolder();
  vi.stubEnv('NODE_COMPILE_CACHE', undefined);
  vi.stubEnv('XDG_CACHE_HOME', path.join(import.meta.filename, 'caches'));
  expect(await foja(folder.path, '--version')).toMatchObject({ code: 0, stderr: '' });
  vi.stubEnv('XDG_CACHE_HOME', folder.path);
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
  expect(await foja(folder.path, '--version')).toMatchObject({ code: 0, stderr: '' });
  expect(await filesBelow(folder.path)).toEqual([]);
});
