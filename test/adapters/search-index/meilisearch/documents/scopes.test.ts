import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable, scopesOf } from '../../../../../src/adapters/search-index/meilisearch/documents/scopes.ts';
import { CLASIFICACIONES, type Grant, type Scope } from '../../../../../src/ports/scope.ts';
import { mayRead, scopeKey } from '../../../../../src/search/scope.ts';

const name = fc.constantFrom(
  'Ayuntamiento',
  'AYUNTAMIENTO.',
  'Obras Públicas',
  '*',
  'a|b',
  'x'.repeat(500),
  '',
);
const level = fc.constantFrom(...CLASIFICACIONES);
const scope: fc.Arbitrary<Scope> = fc.record({
  fondo: fc.option(name),
  serie: fc.option(name),
  clasificacion: level,
});
const grant: fc.Arbitrary<Grant> = fc.record(
  { fondo: name, serie: name, clasificaciones: fc.array(level, { maxLength: 3 }) },
  { requiredKeys: ['clasificaciones'] },
);

describe('scopes', () => {
  it('let through what a grant lets somebody read, and nothing else', () => {
    fc.assert(
      fc.property(scope, fc.array(grant, { maxLength: 3 }), (lies, grants) => {
        const [condition] = readable(grants);
        const asked = [...condition!.matchAll(/"([^"]*)"/g)].map(([, value]) => value!);
        const isLetThrough = scopesOf(lies).some((value) => asked.includes(value));
        expect(isLetThrough).toBe(mayRead(grants, scopeKey(lies)));
      }),
      { numRuns: 1000 },
    );
  });

  it('ask nothing only where everything is asked for by name', () => {
    expect(readable('all')).toEqual([]);
    expect(readable([])).toEqual(['scopes IN []']);
  });
});
