import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

describe('configuration', () => {
  it('is embedded with nothing set', () => {
    expect(readConfig({}, {})).toMatchObject({ archive: './archivo', queue: 'local:', index: null });
  });

  it('takes flags before the environment', () => {
    const env = { FOJA_ARCHIVE: '/b', FOJA_USER: 'ana', FOJA_INDEX: 'sqlite:/x' };
    expect(readConfig({ archive: '/a' }, env)).toMatchObject({
      archive: '/a',
      user: 'ana',
      index: 'sqlite:/x',
    });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}, {}))).toBe(true);
  });

  it('refuses an empty archive', () => {
    expect(() => readConfig({ archive: ' ' }, {})).toThrow(/empty/);
  });
});
