import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Grant, Scope } from '../../src/ports/scope.ts';
import type { IndexedDocument, SearchIndex } from '../../src/ports/search-index.ts';
import { CASES } from '../search/acceptance.ts';
import { CORPUS } from '../search/corpus.ts';
import { documentOf } from '../search/documents.ts';
import { type Skip, testUnless } from './skip.ts';

const OPEN: Scope = { fondo: 'Ayuntamiento', serie: 'Oficios', clasificacion: 'publica' };
const SECRET: Scope = { fondo: 'Ayuntamiento', serie: 'Oficios', clasificacion: 'confidencial' };
const READER: readonly Grant[] = [{ fondo: 'AYUNTAMIENTO', clasificaciones: ['publica'] }];

const lying = (scope: Scope, document: IndexedDocument): IndexedDocument => ({ ...document, scope });

// What hidden documents may say: words of the corpus, slips of them, their other numbers, and names of offices.
const WORDS = (
  'lisencia licencia licencias construccion construcción contruccion año ano peña pena predio SA/0123/1987 oficio ' +
  'mercado cabildo cabilbo tesorería lic licuado acta actas jardín jadrines uso de suelo'
).split(' ');
const ASKED = [
  ...CASES.map(({ query }) => query),
  '',
  'lisencia',
  'lic*',
  'sa/1*',
  'contruccion -acta',
  '"uso de suelo"',
];

/** Nobody can tell from any answer whether documents that they may not read are there, were there, or never were. */
export function hiddenDocumentsContract(
  adapter: string,
  open: () => Promise<SearchIndex>,
  { skip = [] }: { readonly skip?: readonly Skip[] } = {},
): void {
  const test = testUnless(skip);

  describe(`${adapter}: documents that the asker may not read`, () => {
    const everything = async (index: SearchIndex, scopes: readonly Grant[]): Promise<string> => {
      const answers: unknown[] = [await index.counts(scopes)];
      for (const text of ASKED)
        for (const more of [{}, { tipo: 'OFICIO' }, { from: '1987', to: '1994' }, { dependencia: 'obras' }])
          answers.push(await index.search({ text, scopes, limit: 5, offset: 0, facets: true, ...more }));
      for (const order of ['id', 'received', 'worst', 'place'] as const)
        answers.push(await index.list({ scopes, order, limit: 5 }));
      return JSON.stringify(answers);
    };

    test('change no byte of it, whatever they say and in whatever order they come, stay or go', async () => {
      const bare = await open();
      for (const document of CORPUS) await bare.put(lying(OPEN, document));
      await bare.refresh();
      const expected = await everything(bare, READER);
      await bare.close();

      const page = fc
        .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
        .map((words) => words.join(' '));
      const hidden = fc.array(
        fc.record({
          pages: fc.array(page, { minLength: 1, maxLength: 3 }),
          at: fc.nat(CORPUS.length),
          goes: fc.boolean(),
        }),
        { minLength: 5, maxLength: 40 },
      );
      await fc.assert(
        fc.asyncProperty(hidden, async (secrets) => {
          const index = await open();
          const put = async (at: number) => {
            for (const [i, secret] of secrets.entries())
              if (secret.at === at)
                await index.put(
                  lying(
                    SECRET,
                    documentOf(`${i % 2 === 0 ? 'a' : 'z'}-secret-${i}`, secret.pages, {
                      tipo: 'OFICIO',
                      fecha: '1987-03-15',
                      dependencia: 'Dirección de Obras Secretas',
                    }),
                  ),
                );
          };
          for (const [i, document] of CORPUS.entries()) {
            await put(i);
            await index.put(lying(OPEN, document));
          }
          await put(CORPUS.length);
          for (const [i, { goes }] of secrets.entries())
            if (goes) await index.remove(`${i % 2 === 0 ? 'a' : 'z'}-secret-${i}`);
          await index.refresh();
          const answer = await everything(index, READER);
          const nothing = await everything(index, []);
          await index.close();
          expect(firstDifference(answer, expected)).toBe('');
          expect(nothing).not.toContain('documentId');
        }),
        { numRuns: 12, interruptAfterTimeLimit: 60_000 },
      );
    }, 120_000);

    test('a document that is classified anew is hidden at once, and was never there', async () => {
      const [index, bare] = [await open(), await open()];
      for (const document of CORPUS) {
        await index.put(lying(OPEN, document));
        if (document.record.id !== 'licencia-2003') await bare.put(lying(OPEN, document));
      }
      await index.put(lying(SECRET, CORPUS.find(({ record }) => record.id === 'licencia-2003')!));
      await Promise.all([index.refresh(), bare.refresh()]);
      expect(firstDifference(await everything(index, READER), await everything(bare, READER))).toBe('');
      await Promise.all([index.close(), bare.close()]);
    });
  });
}

// Said short: the answers are a megabyte.
function firstDifference(one: string, other: string): string {
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at++;
  return `${one.slice(Math.max(0, at - 200), at + 60)} ≠ ${other.slice(at, at + 60)}`;
}
