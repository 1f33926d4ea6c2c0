import { describe, expect, it } from 'vitest';
import { isRight, isSimilar } from '../../bench/fields/compare.ts';
import { type FieldCase, givenValues, scoreFields } from '../../bench/fields/score.ts';
import { calibrationTable } from '../../bench/fields/tables.ts';
import { documentsOf, perfectPage } from '../../bench/fields/truth.ts';
import { extract } from '../../src/flow/steps/extract.ts';

describe('when a value is right', () => {
  it.each([
    ['Dirección de Obras Públicas', 'DIRECCION DE OBRAS PUBLICAS.', true],
    ['Se remite expediente del predio', 'Se remite expediente de1 predio', true],
    ['Tesorería Municipal', 'Sindicatura Municipal', false],
    ['', '', true],
  ])('%s, read as %s: %s', (truth, value, right) => {
    expect(isSimilar(truth, value)).toBe(right);
  });

  it('numbers and files must be exact, names alike, and titles are no part of it', () => {
    const numero = { raw: '', kind: null, siglas: null, consecutivo: null, anio: null };
    expect(isRight('numeroOficio', { ...numero, key: 'SA|12|1987' }, { ...numero, key: 'SA|12|1981' })).toBe(
      false,
    );
    expect(isRight('expedienteCitado', '12 / 87', '12/87')).toBe(true);
    const eva = { titulo: 'Lic.', nombre: 'Eva Tovar', cargo: 'Síndica' };
    expect(isRight('remitente', { ...eva, titulo: null }, eva)).toBe(true);
    expect(isRight('remitente', { ...eva, cargo: null }, eva)).toBe(false);
    expect(isRight('lugar', null, null)).toBe(false);
  });
});

const [document] = documentsOf(5);
const fields = extract(document!.pages.map(perfectPage));
const one: FieldCase = { set: 's', id: 'a', truth: document!.fields, further: document!.further!, fields };

describe('scores', () => {
  it('count what is stated, given and right', () => {
    const { tipoDocumental } = document!.fields;
    const wrong: FieldCase = { set: 's', id: 'b', truth: { tipoDocumental: 'RECIBO' }, fields };
    const none: FieldCase = { set: 's', id: 'c', truth: { tipoDocumental }, fields: extract([]) };
    const scores = scoreFields([one, wrong, none]).filter(({ field }) => field === 'tipoDocumental');
    expect(scores).toMatchObject([{ stated: 3, given: 2, right: 1, precision: 0.5, recall: 1 / 3, f1: 0.4 }]);
  });

  it('leave out what nobody looked at', () => {
    const names = scoreFields([{ set: 's', id: 'a', truth: { asunto: null }, fields: extract([]) }]);
    expect(names).toEqual([]);
  });

  it('count every entry of a list', () => {
    const cited = scoreFields([{ ...one, further: { oficiosCitados: [{ key: 'NO|1' }], ccp: [] } }]);
    const given = fields.oficiosCitados?.value?.length ?? 0;
    expect(cited.find(({ field }) => field === 'oficiosCitados')).toMatchObject({
      stated: 1,
      given,
      right: 0,
    });
  });

  it('show of each confidence how much is right', () => {
    const given = givenValues([one]);
    const table = calibrationTable(given);
    const sure = table.rows.find(([, label]) => label === '≥ 0.90');
    const expected = given.filter(({ confidence }) => confidence >= 0.9);
    expect(sure?.[2]).toBe(String(expected.length));
    expect(expected.length).toBeGreaterThan(0);
  });
});
