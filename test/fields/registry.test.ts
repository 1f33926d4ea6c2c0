import { describe, expect, it } from 'vitest';
import { headerKey } from '../../src/description/header.ts';
import { DESCRIPTIVE } from '../../src/fields/descriptive.ts';
import { NAMED } from '../../src/fields/named.ts';
import { FIELDS } from '../../src/fields/registry.ts';

const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

describe('names of a record', () => {
  it('are of the document or of its description, never of both', () => {
    expect(Object.keys(FIELDS).filter((name) => Object.hasOwn(DESCRIPTIVE, name))).toEqual([]);
  });

  it('are called by one label each, with one header each', () => {
    const all = Object.values(NAMED);
    expect(twice(all.map(({ label }) => label))).toEqual([]);
    expect(twice(all.flatMap(({ columns }) => columns.split('|').map(headerKey)))).toEqual([]);
  });
});
