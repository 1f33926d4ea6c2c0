import { describe, expect, it } from 'vitest';
import { environmentWith, nameCompileCache, readConfig } from '../src/config.ts';

describe('configuration', () => {
  it('is embedded with nothing set', () => {
    expect(readConfig({}, {})).toMatchObject({
      archive: './archivo',
      queue: 'local:',
      index: null,
      ocr: 'tesseract-js:',
    });
  });

  it('takes flags before the environment', () => {
    const env = { FOJA_ARCHIVE: '/b', FOJA_USER: 'ana', FOJA_INDEX: 'sqlite:/x' };
    expect(readConfig({ archive: '/a' }, env)).toMatchObject({
      archive: '/a',
      user: 'ana',
      index: 'sqlite:/x',
    });
  });

  it('takes the key of the index from its own variable, or from the one that the server reads', () => {
    expect(readConfig({}, {}).indexKey).toBeNull();
    expect(readConfig({}, { MEILI_MASTER_KEY: 'm' }).indexKey).toBe('m');
    expect(readConfig({}, { MEILI_MASTER_KEY: 'm', FOJA_INDEX_KEY: 'k' }).indexKey).toBe('k');
  });

  it('takes the OCR engine from the environment, and from a flag before it', () => {
    const env = { FOJA_OCR: 'tesseract:' };
    expect(readConfig({}, env).ocr).toBe('tesseract:');
    expect(readConfig({ ocr: 'tesseract-js:/models' }, env).ocr).toBe('tesseract-js:/models');
  });

  it('takes the longest time of a page from the environment, and from a flag before it', () => {
    expect(readConfig({}, {}).pageSeconds).toBe(180);
    expect(readConfig({}, { FOJA_PAGE_TIMEOUT: '20' }).pageSeconds).toBe(20);
    expect(readConfig({ pageTimeout: 5 }, { FOJA_PAGE_TIMEOUT: '20' }).pageSeconds).toBe(5);
    for (const wrong of ['0', '1.5', 'x', '90000'])
      expect(() => readConfig({}, { FOJA_PAGE_TIMEOUT: wrong })).toThrow(/FOJA_PAGE_TIMEOUT/);
  });

  it('hands the environment on to programs, with what they need besides', () => {
    expect(environmentWith({ FOJA_X: '1' })).toEqual({ ...process.env, FOJA_X: '1' });
    expect(process.env['FOJA_X']).toBeUndefined();
  });

  it('names a folder for what Node compiles, unless the environment does', () => {
    const named = (env: NodeJS.ProcessEnv) => [nameCompileCache(env), env['NODE_COMPILE_CACHE']];
    expect(named({ XDG_CACHE_HOME: '/caches', HOME: '/home/ana' })).toEqual([true, '/caches/foja']);
    expect(named({ XDG_CACHE_HOME: '', HOME: '/home/ana' })).toEqual([true, '/home/ana/.cache/foja']);
    expect(named({ XDG_CACHE_HOME: 'caches', HOME: '/home/ana' })).toEqual([true, '/home/ana/.cache/foja']);
    expect(named({ NODE_COMPILE_CACHE: '/mine', HOME: '/home/ana' })).toEqual([true, '/mine']);
    expect(named({})).toEqual([false, undefined]);
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}, {}))).toBe(true);
  });

  it('refuses an empty archive', () => {
    expect(() => readConfig({ archive: ' ' }, {})).toThrow(/empty/);
  });
});
