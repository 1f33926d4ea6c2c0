import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kind, type KindName, parseValue } from '../../src/fields/kinds/kind.ts';
import { fieldNamed, NAMED } from '../../src/fields/named.ts';

const kindOf = (name: KindName): Kind<unknown> =>
  Object.values(NAMED).find(({ kind }) => kind.name === name)!.kind;

describe('kinds of fields', () => {
  it('are known by the name of a field, and of nothing else', () => {
    expect(fieldNamed('remitente')?.kind.name).toBe('persona');
    expect(fieldNamed('caja')?.kind.name).toBe('text');
    expect(fieldNamed('toString')).toBeNull();
  });

  it.each([
    ['text', '  Se  remite\nlicencia ', 'Se remite licencia'],
    ['count', '12', 12],
    ['tipo', 'oficio circular', 'OFICIO_CIRCULAR'],
    ['tipo', 'Acta de Cabildo', 'ACTA_CABILDO'],
    ['tipo', 'Memorándum', 'MEMORANDUM'],
    ['hora', '9:05', '09:05'],
    ['lugar', 'Guadalupe, N.L.', { municipio: 'Guadalupe', entidad: 'Nuevo León' }],
    ['lugar', 'Cd. Valles, San Luis Potosí', { municipio: 'Cd. Valles', entidad: 'San Luis Potosí' }],
    ['rubrica', 'JLPQ/hec', { raw: 'JLPQ/hec', firma: 'JLPQ', captura: 'hec' }],
    [
      'persona',
      'Lic. Julián Olvera Peña, Secretario del R. Ayuntamiento',
      { titulo: 'Lic.', nombre: 'Julián Olvera Peña', cargo: 'Secretario del R. Ayuntamiento' },
    ],
  ] as [KindName, string, unknown][])('%s: %s', (kind, text, value) => {
    expect(parseValue(kindOf(kind), text)).toEqual({ value });
  });

  it('take a number as it is written on paper', () => {
    expect(parseValue(kindOf('numero'), 'SA/0123/1987')).toMatchObject({
      value: { raw: 'SA/0123/1987', key: 'SA|123|1987', consecutivo: 123, anio: 1987 },
    });
    expect(parseValue(kindOf('numero'), 'S/N')).toEqual({ value: null, left: 'without-number' });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(NAMED)),
        fc.string({ maxLength: 300 }),
        ({ kind }, text) => {
          const parsed = parseValue(kind, text);
          expect('value' in parsed || 'problem' in parsed).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['persona', 'Lic. Julián Olvera Peña, Secretario del R. Ayuntamiento'],
    ['lugar', 'Guadalupe, Nuevo León'],
    ['numero', 'SA/0123/1987'],
    ['rubrica', 'JLPQ/hec'],
    ['hora', '09:05'],
  ] as [KindName, string][])('print what they read: %s %s', (name, text) => {
    const kind = kindOf(name);
    const parsed = parseValue(kind, text);
    expect('value' in parsed && kind.print(parsed.value)).toBe(text);
  });
});
