import { describe, expect, it } from 'vitest';
import { readClassification } from '../../src/description/classification/read.ts';
import { lastDayOf, standingOf } from '../../src/description/classification/retention.ts';
import { placeIn, type Retention } from '../../src/description/classification/tree.ts';

const CUADRO = [
  'clave;nombre;nivel;padre;vigente_desde;vigente_hasta;valor_documental;vigencia_at;vigencia_ac;destino_final',
  'MG;Municipio de Guadalupe;Fondo;;;;;;;',
  'MG.1C;Legislación;Sección;;;;;;;',
  'MG.4S;Obras Públicas;Sección;;;;A;;;',
  'MG.4S.1;Licencias;Serie;;;2018-12-31;A, L;2;5 años;Baja',
  'MG.4S.1;Licencias y permisos;Serie;;2019-01-01;;A, L;3;7;Conservación permanente',
  'MG.4S.1.a;Licencias de demolición;Subserie;;;;;;;Muestreo',
  'MG.1C.1;Circulares;Serie;;;;A;1;1;Baja',
  'MG.4S.2;Circulares;Serie;;;;A;2;2;Baja',
].join('\n');
const tree = readClassification('cuadro.csv', Buffer.from(CUADRO));

describe('the classification table', () => {
  it('finds the branch above by its key', () => {
    expect(tree.map(({ clave, padre }) => [clave, padre]).slice(0, 4)).toEqual([
      ['MG', null],
      ['MG.1C', 'MG'],
      ['MG.4S', 'MG'],
      ['MG.4S.1', 'MG.4S'],
    ]);
  });

  it('tells all that is wrong with it, by line', () => {
    const bad = [
      'clave;nombre;nivel;padre;vigencia_at;destino_final',
      'A;;fondo;;;',
      'B;Be;estante;Z;x;quema',
      'A;Otra;fondo;;;',
    ];
    expect(() => readClassification('cuadro.csv', Buffer.from(bad.join('\n')))).toThrow(
      /line 2: cell-missing nombre; .*line 3: no-such-level "estante".*no-parent Z.*no-such-end "quema".*no-years.*line 4: twice-at-once A/,
    );
  });
});

describe('a table with two lines of headers', () => {
  const CADIDO = [
    'CATALOGO DE DISPOSICION DOCUMENTAL;;;;;;;;;;',
    'Código;Nombre;Nivel;Valor documental;;;Vigencia;;;Destino final;',
    ';;;A;L;F/C;AT;AC;Total;Baja;Conservación',
    'MG;Municipio;Fondo;;;;;;;;',
    'MG.4S;Obras;Sección;;;;;;;;',
    'MG.4S.1;Licencias;Serie;X;X;;3;7;10;;X',
    'MG.4S.2;Circulares;Serie;X;;;1;1;2;x;no',
  ];

  it('joins merged cells with what stands below them', () => {
    const series = readClassification('cadido.csv', Buffer.from(CADIDO.join('\n'))).slice(2);
    expect(series.map(({ clave, padre }) => [clave, padre])).toEqual([
      ['MG.4S.1', 'MG.4S'],
      ['MG.4S.2', 'MG.4S'],
    ]);
    expect(series.map(({ retention }) => retention)).toMatchObject([
      { valor: 'A/L', tramite: 3, concentracion: 7, destino: 'conservacion' },
      { valor: 'A', tramite: 1, concentracion: 1, destino: 'baja' },
    ]);
  });

  it('takes one cross for the end', () => {
    const both = [...CADIDO.slice(0, 5), 'MG.4S.1;Licencias;Serie;X;X;;3;7;10;X;X'];
    expect(() => readClassification('cadido.csv', Buffer.from(both.join('\n')))).toThrow(
      /line 6: no-such-end "baja, conservacion"/,
    );
  });
});

describe('the place of a document', () => {
  it.each([
    ['key', { serie: 'MG.4S.1' }],
    ['name', { serie: 'licencias' }],
    ['key and name', { serie: 'MG.4S.1 Licencias' }],
    ['both levels', { seccion: 'OBRAS PUBLICAS', serie: 'Licencias' }],
  ])('is found by %s', (_name, named) => {
    const place = placeIn(tree, named, '1987-05-01')!;
    expect(place.lowest.clave).toBe('MG.4S.1');
    expect(Object.keys(place.branches).sort()).toEqual(['fondo', 'seccion', 'serie']);
  });

  it('is that of its time', () => {
    const terms = (day: string) => placeIn(tree, { serie: 'MG.4S.1' }, day)!.retention;
    expect(terms('1987-05-01')).toMatchObject({ tramite: 2, destino: 'baja' });
    expect(terms('2019-01-01')).toMatchObject({ tramite: 3, destino: 'conservacion' });
  });

  it('has the terms of the serie where the subserie states none', () => {
    const place = placeIn(tree, { subserie: 'Licencias de demolición' }, '2020-01-01')!;
    expect(place.retention).toMatchObject({
      tramite: 3,
      concentracion: 7,
      destino: 'muestreo',
      valor: 'A, L',
    });
  });

  it('is none where a name is that of two branches, unless the level above tells', () => {
    expect(placeIn(tree, { serie: 'Circulares' }, null)).toBeNull();
    expect(placeIn(tree, { seccion: 'MG.1C', serie: 'Circulares' }, null)!.lowest.clave).toBe('MG.1C.1');
    expect(placeIn(tree, { serie: 'Actas' }, null)).toBeNull();
    expect(placeIn(tree, {}, null)).toBeNull();
  });
});

describe('terms', () => {
  const retention = { tramite: 2, concentracion: 5, destino: 'baja' } as Retention;

  it.each([
    ['1987-03-14', '1989-03-14', { at: 'tramite', until: '1989-03-14' }],
    ['1987-03-14', '1989-03-15', { at: 'concentracion', since: '1989-03-14', until: '1994-03-14' }],
    ['1987-03-14', '1994-03-14', { at: 'concentracion', since: '1989-03-14', until: '1994-03-14' }],
    ['1987-03-14', '1994-03-15', { at: 'concluida', since: '1994-03-14', destino: 'baja' }],
    // A year counts to its end, and the 29th of February to the 28th.
    ['1987', '1989-12-31', { at: 'tramite', until: '1989-12-31' }],
    ['1988-02-29', '1990-03-01', { at: 'concentracion', since: '1990-02-28', until: '1995-02-28' }],
  ])('closed %s, on %s', (closed, day, standing) => {
    expect(standingOf(closed, retention, day)).toEqual(standing);
  });

  it('do not run without a closing date or a schedule', () => {
    expect(standingOf(null, retention, '2026-01-01')).toEqual({ at: 'tramite', until: null });
    expect(standingOf('1987', null, '2026-01-01')).toEqual({ at: 'tramite', until: null });
    expect(standingOf('1987', { ...retention, concentracion: null }, '2026-01-01')).toMatchObject({
      until: null,
    });
  });

  it('end with the month or the year', () => {
    expect(['1987', '1988-02', '1987-03-14'].map(lastDayOf)).toEqual([
      '1987-12-31',
      '1988-02-29',
      '1987-03-14',
    ]);
  });
});
