import { expect, it } from 'vitest';
import { parseIndexUrl } from '../../../../../src/adapters/search-index/meilisearch/server/address.ts';

it('takes an address apart', () => {
  expect(parseIndexUrl('http://127.0.0.1:7700')).toEqual({ host: 'http://127.0.0.1:7700/', name: 'foja' });
  expect(parseIndexUrl('https://search.example/meili?index=guadalupe')).toEqual({
    host: 'https://search.example/meili',
    name: 'guadalupe',
  });
});

it('refuses what is none, and never repeats a key', () => {
  for (const url of ['http://', 'ftp://host', 'http://host?index=../x', 'http://host?index=A'])
    expect(() => parseIndexUrl(url)).toThrow(/Not an address/);
  expect(() => parseIndexUrl('http://:secret@host')).toThrow(/FOJA_INDEX_KEY/);
  expect(() => parseIndexUrl('http://:secret@host')).not.toThrow(/secret/);
  expect(() => parseIndexUrl('http://:secret@host?index=A')).not.toThrow(/secret/);
});
