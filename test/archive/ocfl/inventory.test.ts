import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentFiles,
  encodeInventory,
  type Inventory,
  logicalFiles,
  nextInventory,
  sidecarOf,
} from '../../../src/archive/ocfl/inventory.ts';
import { parseInventory } from '../../../src/archive/ocfl/parse-inventory.ts';
import { IntegrityError } from '../../../src/model/errors.ts';

const names = ['original/0001.jpg', 'record.json', 'alto/0001.xml', 'access.pdf', '__proto__', 'ñ'];
const digests = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(128));

const change = fc.record({
  set: fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...digests)), {
    minLength: 1,
    selector: ([name]) => name,
  }),
  remove: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
});

const note = { created: '2026-11-22T10:00:00Z', message: 'why', user: { name: 'who' } };

function apply(
  previous: Inventory | null,
  { set, remove }: { set: [string, string][]; remove: string[] },
): Inventory {
  const version = `v${Object.keys(previous?.versions ?? {}).length + 1}`;
  const held = new Set(Object.keys(previous?.manifest ?? {}));
  const files = set.map(([logicalPath, sha512]) => {
    const contentPath = held.has(sha512) ? null : `${version}/content/${logicalPath}`;
    held.add(sha512);
    return { logicalPath, sha512, contentPath };
  });
  return nextInventory(previous, 'doc-1', { files, remove, note });
}

describe('an inventory', () => {
  it('has after any history the files that a plain list would have, in every version', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let inventory: Inventory | null = null;
        const plain = new Map<string, string>();
        const expected: [string, string][][] = [];
        for (const each of changes) {
          inventory = apply(inventory, each);
          for (const name of each.remove) plain.delete(name);
          for (const [name, digest] of each.set) plain.set(name, digest);
          expected.push([...plain].sort());
        }
        const read = parseInventory(encodeInventory(inventory!), 'inventory.json');
        expect(read.head).toBe(`v${changes.length}`);
        for (const [index, files] of expected.entries())
          expect([...logicalFiles(read, `v${index + 1}`)].sort()).toEqual(files);
        // Bytes are stored once, whatever their names.
        const stored = [...contentFiles(read).values()];
        expect(new Set(stored).size).toBe(stored.length);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 5_000 },
    );
  });

  it('is refused in words when any part of it is damaged', () => {
    const whole = apply(apply(null, { set: [['a', digests[0]!]], remove: [] }), {
      set: [['b', digests[1]!]],
      remove: [],
    });
    const damaged: [object, RegExp][] = [
      [{ ...whole, type: 'https://ocfl.io/1.0/spec/#inventory' }, /OCFL 1\.1/],
      [{ ...whole, digestAlgorithm: 'md5' }, /SHA-512/],
      [{ ...whole, head: 'v1' }, /head/],
      [{ ...whole, head: 'v3' }, /head/],
      [{ ...whole, versions: { v2: whole.versions['v2'] } }, /v1/],
      [{ ...whole, manifest: { [digests[0]!]: ['v1/content/a'] } }, /does not hold/],
      [{ ...whole, manifest: { ...whole.manifest, [digests[2]!]: ['../../etc/passwd'] } }, /passwd/],
      [{ ...whole, manifest: { ...whole.manifest, [digests[2]!]: ['v1/content/../../x'] } }, /\.\./],
      [{ ...whole, manifest: { ...whole.manifest, [digests[2]!]: 'v1/content/a' } }, /manifest/],
      [{ ...whole, fixity: { sha256: [] } }, /fixity/],
    ];
    for (const [value, words] of damaged) {
      const parse = () => parseInventory(Buffer.from(JSON.stringify(value)), 'here/inventory.json');
      expect(parse).toThrow(IntegrityError);
      expect(parse).toThrow(words);
      expect(parse).toThrow(/here\/inventory\.json/);
    }
  });

  it('has the sidecar that OCFL asks for', () => {
    expect(sidecarOf(Buffer.from(''))).toBe(
      'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e inventory.json\n',
    );
  });
});
