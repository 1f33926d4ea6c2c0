import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layered } from '../../src/description/override.ts';
import type { Field } from '../../src/model/document.ts';

const FROM = ['rule', 'manifest', 'person'] as const;
type Said = { from: (typeof FROM)[number]; value: number };

const field = ({ from, value }: Said): Field<number> => ({
  value,
  raw: String(value),
  confidence: 0.5,
  evidence: from === 'rule' ? [{ page: 1, box: { x: value, y: 0, width: 1, height: 1 } }] : [],
  from,
  rule: from,
  version: 1,
});

const layersOf = (one: Field<number> | undefined): Said[] =>
  one ? [{ from: one.from, value: one.value! }, ...layersOf(one.overrides)] : [];

describe('who has the last word', () => {
  it('is a person, then a manifest, then a rule; of each the newest word', () => {
    const said = fc.array(fc.record({ from: fc.constantFrom(...FROM), value: fc.nat(99) }), { minLength: 1 });
    fc.assert(
      fc.property(said, (words) => {
        const [first, ...others] = words.map(field);
        const all = others.reduce((older, newer) => layered(newer, older), layered(first!, undefined));
        const expected = [...FROM]
          .reverse()
          .flatMap((from) => words.findLast((word) => word.from === from) ?? []);
        expect(layersOf(all)).toEqual(expected);
      }),
    );
  });

  it('keeps the place on paper', () => {
    const read = field({ from: 'rule', value: 3 });
    const corrected = layered(field({ from: 'person', value: 4 }), read);
    expect(corrected.evidence).toEqual(read.evidence);
    expect(corrected.overrides).toEqual(read);
  });
});
