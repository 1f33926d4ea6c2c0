import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Box } from '../../src/model/document.ts';
import type { SearchHit, SearchIndex, SearchQuery } from '../../src/ports/search-index.ts';
import { CASES } from '../search/acceptance.ts';
import { CORPUS } from '../search/corpus.ts';
import { documentOf } from '../search/documents.ts';
import { type Skip, testUnless } from './skip.ts';

const nameOf = ({ documentId, page }: SearchHit) => (page === 1 ? documentId : `${documentId}:${page}`);

/** What every SearchIndex promises. `open` gives an empty index; the suite closes it. */
export function searchIndexContract(
  adapter: string,
  open: () => Promise<SearchIndex>,
  { skip = [] }: { readonly skip?: readonly Skip[] } = {},
): void {
  const test = testUnless(skip);

  describe(`${adapter}: an archive at rest`, () => {
    let index: SearchIndex;
    const ask = (text: string, more: Partial<SearchQuery> = {}) =>
      index.search({ text, scopes: 'all', limit: 50, offset: 0, facets: true, ...more });
    const namesOf = async (text: string, more: Partial<SearchQuery> = {}) =>
      (await ask(text, more)).hits.map(nameOf);

    beforeAll(async () => {
      index = await open();
      for (const document of CORPUS) await index.put(document);
      await index.refresh();
    });
    afterAll(() => index.close());

    for (const { query, finds, first } of CASES) {
      test(`${query} → ${finds.join(' ') || 'nothing'}`, async () => {
        const result = await ask(query);
        const found = result.hits.map(nameOf);
        expect([...found].sort()).toEqual([...finds].sort());
        expect(result.total).toBe(finds.length);
        if (first !== undefined) expect(found[0]).toBe(first);
      });
    }

    test('counts documents and pages, blank ones too', async () => {
      expect(await index.counts('all')).toMatchObject({ documents: 13, pages: 16 });
    });

    test('scores fall from hit to hit, and tell an exact word from a slip', async () => {
      for (const text of ['construccion', 'año', 'predio', 'sa 123']) {
        const scores = (await ask(text)).hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }
    });

    test('shows the record of a hit', async () => {
      expect((await ask('beltrana')).hits[0]?.record).toEqual({
        tipoDocumental: 'CONSTANCIA',
        numeroOficio: null,
        fechaDocumento: '1992-07-14',
        asunto: null,
        dependenciaEmisora: null,
        source: 'caja 1/fecha-en-letra.tif',
      });
    });

    test('marks the match in the lines around it', async () => {
      const [hit] = (await ask('sesion ordinaria')).hits;
      expect(hit?.snippet).toBe(
        'A C T A N Ú M E R O 14\n\u0002SESIÓN\u0003 \u0002ORDINARIA\u0003 DE CABILDO\nEn la ciudad, siendo las dieciocho horas, reunidos en el',
      );
    });

    test('gives the boxes of a phrase only where the phrase is', async () => {
      const [hit] = (await ask('"licencia de construcción para"')).hits;
      expect(hit?.boxes).toEqual(boxes([220, 200, 8], [400, 200, 2], [460, 200, 12], [720, 200, 4]));
    });

    test('gives the boxes of an identifier only where it is whole', async () => {
      const [hit] = (await ask('sa 124 1987')).hits;
      expect(hit?.boxes).toEqual(boxes([260, 0, 12]));
    });

    test('gives both boxes of a word cut at the line end', async () => {
      const [hit] = (await ask('"la documentación del predio propiedad"')).hits;
      expect(hit?.boxes).toEqual(
        boxes([1000, 700, 2], [1060, 700, 8], [0, 750, 6], [140, 750, 3], [220, 750, 6], [360, 750, 9]),
      );
      expect(hit?.snippet).toContain('\u0002la documen\u0003-\n\u0002tación del predio propiedad\u0003');
    });

    test('gives every letter of a letter-spaced word', async () => {
      const [hit] = (await ask('numero acta')).hits.filter(({ documentId }) => documentId === 'acta-1994');
      expect(hit?.boxes).toEqual(
        boxes(...[0, 40, 80, 120, 200, 240, 280, 320, 360, 400].map((x) => [x, 0, 1] as const)),
      );
    });

    test('shows a value of the record at its evidence when the page does not say it', async () => {
      const shown = documentOf('shown', ['SIN NUMERO LEGIBLE', 'segunda'], {
        numero: { raw: 'JUR/0007/1990', key: 'JUR|7|1990' },
        evidence: { page: 2, box: { x: 5, y: 6, width: 70, height: 8 } },
      });
      await index.put(shown);
      await index.refresh();
      const { hits } = await ask('jur 7 1990');
      await index.remove('shown');
      await index.refresh();
      expect(hits).toMatchObject([
        {
          documentId: 'shown',
          page: 2,
          snippet: '\u0002JUR/0007/1990\u0003',
          boxes: [{ x: 5, y: 6, width: 70, height: 8 }],
        },
      ]);
    });

    test('keeps to a range of dates, both ends in it, the undated out of it', async () => {
      expect(await namesOf('', { from: '1987-03-14', to: '1987-03-16' })).toEqual([
        'vuelta-en-blanco',
        'predio',
        'vecino-del-numero',
      ]);
      expect(await namesOf('oficio', { from: '1987-03-15', to: '1987-03-31' })).toEqual([
        'vecino-del-numero',
      ]);
      expect(await namesOf('', { from: '1979', to: '1979' })).toEqual(['ano']);
      expect(await namesOf('', { from: '1980', to: '1980-01' })).toEqual(['año']);
      expect(await namesOf('', { from: '2003-06' })).toEqual(['circular-2019']);
      expect(await namesOf('croquis', { from: '1900' })).toEqual(['predio:2']);
      expect(await namesOf('', { from: '1990', to: '1980' })).toEqual([]);
    });

    test('keeps to a dependencia by whole words, however spelled', async () => {
      expect((await namesOf('', { dependencia: 'direccion de obras publicas' })).sort()).toEqual([
        'construcciones-1994',
        'licencia-2003',
      ]);
      expect(await namesOf('licencia', { dependencia: 'OBRAS' })).toHaveLength(2);
      expect(await namesOf('', { dependencia: 'obra' })).toEqual([]);
      expect(await namesOf('', { dependencia: '%' })).toEqual([]);
    });

    test('keeps to a tipo, and to everything at once', async () => {
      expect(await namesOf('licencia', { tipo: 'LICENCIA' })).toEqual(['licencia-2003']);
      expect(
        await namesOf('licencia', {
          tipo: 'oficio',
          from: '1994',
          to: '1994',
          dependencia: 'obras públicas',
        }),
      ).toEqual(['construcciones-1994']);
    });

    test('counts facets over all hits, not over the page shown', async () => {
      const { facets, total, hits } = await ask('construccion', { limit: 1 });
      expect({ total, shown: hits.length }).toEqual({ total: 3, shown: 1 });
      expect(facets).toMatchObject({
        tipo: { LICENCIA: 1, OFICIO: 1, ACTA_CABILDO: 1 },
        dependencia: { 'Dirección de Obras Publicas': 2, 'SECRETARÍA DEL R. AYUNTAMIENTO': 1 },
        anio: { '1994': 2, '2003': 1 },
      });
    });

    test('lists documents by date when nothing is asked, undated last', async () => {
      const { total, hits } = await ask(' \n');
      expect(total).toBe(13);
      expect(hits.map(nameOf)).toEqual([
        'ano',
        'año',
        'vuelta-en-blanco',
        'predio',
        'vecino-del-numero',
        'mal-leido',
        'fecha-en-letra',
        'acta-1994',
        'construcciones-1994',
        'escrito-1996',
        'licencia-2003',
        'circular-2019',
        'sin-fecha',
      ]);
      expect(hits[0]).toMatchObject({ boxes: [], snippet: expect.stringContaining('Informe del ano') });
    });

    test('turns pages without losing or repeating a hit', async () => {
      for (const text of ['', 'oficio', 'de', 'nú*']) {
        const whole = await namesOf(text);
        const parts: string[] = [];
        for (let offset = 0; offset < whole.length; offset += 2)
          parts.push(...(await namesOf(text, { limit: 2, offset })));
        expect(parts).toEqual(whole);
      }
      expect((await ask('oficio', { limit: 0 })).hits).toEqual([]);
      expect((await ask('oficio', { offset: 1000 })).hits).toEqual([]);
    });

    test('takes any text for a query', async () => {
      const spice = fc.constantFrom(
        '"',
        '*',
        '-',
        ' ',
        "'",
        '(',
        ')',
        'NEAR',
        ' OR ',
        ' NOT ',
        '%',
        '_',
        ':',
        'body:',
        '^',
        '{',
        '\u0000',
        '\u0002',
        '\uE000',
        'ñ',
        'n\u0303',
        '😀',
        'licencia',
        'SA/0123/1987',
        '87',
        '0',
        '/',
        '\n',
        '𞤀',
        'ı',
        '½',
        '、',
      );
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(spice, { maxLength: 12 }).map((parts) => parts.join('')),
      );
      await fc.assert(
        fc.asyncProperty(text, async (query) => {
          const { total, hits } = await ask(query);
          expect(hits.length).toBe(Math.min(total, 50));
        }),
        { numRuns: 400, interruptAfterTimeLimit: 5_000 },
      );
      for (const long of [
        'ñ'.repeat(10_000),
        'licencia '.repeat(2_000),
        '"'.repeat(10_001),
        '1/'.repeat(5_000),
      ]) {
        await expect(ask(long)).resolves.toBeDefined();
      }
    });

    test('refuses what is no date and no count', async () => {
      await expect(ask('', { from: 'ayer' })).rejects.toMatchObject({ code: 'invalid-date' });
      await expect(ask('', { to: '1987-13' })).rejects.toMatchObject({ code: 'invalid-date' });
      await expect(ask('', { limit: -1 })).rejects.toMatchObject({ code: 'invalid-page' });
      await expect(ask('', { offset: 0.5 })).rejects.toMatchObject({ code: 'invalid-page' });
    });
  });

  describe(`${adapter}: an archive that changes`, () => {
    const withIndex = async (body: (index: SearchIndex) => Promise<void>) => {
      const index = await open();
      try {
        await body(index);
      } finally {
        await index.close();
      }
    };
    const found = async (index: SearchIndex, text: string) => {
      await index.refresh();
      return (await index.search({ text, scopes: 'all', limit: 50, offset: 0 })).hits.map(nameOf);
    };

    test('an empty index finds nothing', () =>
      withIndex(async (index) => {
        expect(await index.counts('all')).toMatchObject({ documents: 0, pages: 0 });
        expect(await index.search({ text: 'x', scopes: 'all', limit: 10, offset: 0 })).toEqual({
          total: 0,
          totalIs: 'exact',
          hits: [],
          facets: null,
        });
      }));

    test('put again replaces', () =>
      withIndex(async (index) => {
        await index.put(documentOf('a', ['mercado viejo', 'segunda página']));
        await index.put(documentOf('a', ['mercado nuevo']));
        expect(await found(index, 'mercado')).toEqual(['a']);
        expect(await found(index, 'viejo')).toEqual([]);
        expect(await found(index, 'segunda')).toEqual([]);
        expect(await index.counts('all')).toMatchObject({ documents: 1, pages: 1 });
      }));

    test('remove and clear forget, slips and plurals included', () =>
      withIndex(async (index) => {
        await index.put(documentOf('a', ['licencias']));
        await index.put(documentOf('b', ['licencias']));
        await index.remove('a');
        await index.remove('never there');
        expect(await found(index, 'lisencias')).toEqual(['b']);
        await index.clear();
        expect(await found(index, 'licencia')).toEqual([]);
        expect(await index.counts('all')).toMatchObject({ documents: 0, pages: 0 });
        await index.put(documentOf('c', ['licencias']));
        expect(await found(index, 'lisencia')).toEqual(['c']);
      }));

    test('a rare word brings the common one that it may be, below itself', () =>
      withIndex(async (index) => {
        for (let i = 0; i < 40; i++) await index.put(documentOf(`d${i}`, ['permiso de construcción']));
        await index.put(documentOf('rare', ['permizo']));
        const names = await found(index, 'permizo');
        expect(names[0]).toBe('rare');
        expect(names).toHaveLength(41);
      }));

    test('a value without a page of its own is found on the first', () =>
      withIndex(async (index) => {
        const evidence = { page: 9, box: { x: 1, y: 1, width: 1, height: 1 } };
        await index.put(documentOf('a', ['', 'segunda'], { asunto: 'Comodato', evidence }));
        expect(await found(index, 'comodato')).toEqual(['a']);
      }));

    test('an aborted call throws the reason and changes nothing', () =>
      withIndex(async (index) => {
        const stopped = AbortSignal.abort(new Error('stopped'));
        await expect(index.put(documentOf('a', ['x']), stopped)).rejects.toThrow('stopped');
        await expect(
          index.search({ text: 'x', scopes: 'all', limit: 1, offset: 0 }, stopped),
        ).rejects.toThrow('stopped');
        expect(await index.counts('all')).toMatchObject({ documents: 0, pages: 0 });
      }));
  });
}

const boxes = (...cells: (readonly [x: number, y: number, letters: number])[]): Box[] =>
  cells.map(([x, y, letters]) => ({ x, y, width: letters * 20, height: 40 }));
