import { describe, expect, it } from 'vitest';
import { readClassification } from '../../../src/description/classification/read.ts';
import { parseTemplate } from '../../../src/description/template.ts';
import { InputError, problemOf, UnavailableError } from '../../../src/model/errors.ts';
import { explain, explainMore } from '../../../src/words/es/explain.ts';

const failureOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing failed');
};

describe('a failure in Spanish', () => {
  it('says what happened, what to do, its code and what it is about, and nothing in English', () => {
    const error = new InputError('empty', 'caja/1.tif holds no bytes.', { about: 'caja/1.tif' });
    expect(explain(problemOf(error))).toBe(
      'El archivo está vacío. Vuelva a digitalizarlo. [empty] caja/1.tif',
    );
    expect(explainMore(error)).toEqual([]);
  });

  it('shows the message where there is nothing else: a defect, a code of another version', () => {
    expect(explain(problemOf(new TypeError('x is undefined')))).toContain('[defect] x is undefined');
    expect(explain({ code: 'of-tomorrow', message: 'Something new.' })).toBe('Something new. [of-tomorrow]');
    expect(explain({ code: 'toString', message: 'Not a code.' })).toBe('Not a code. [toString]');
  });

  it('names where a defect is', () => {
    expect(explainMore(new TypeError('x'))[0]).toContain('explain.test.ts');
  });

  it('gives the words of a server as its own', () => {
    const error = new UnavailableError('queue-unavailable', 'x', { cause: new Error('ECONNREFUSED') });
    expect(explainMore(error)).toEqual(['Palabras del servidor o del sistema: ECONNREFUSED']);
  });

  it('lists the faults of a template and of a table, with their lines', () => {
    expect(explainMore(failureOf(() => parseTemplate('{serie}/{serie}')))).toEqual([
      'ese nombre está dos veces: {serie}',
    ]);
    const table = Buffer.from('clave;nombre;nivel\nA;;fondo\nA;Otro;estante\n');
    expect(explainMore(failureOf(() => readClassification('cuadro.csv', table)))).toEqual([
      'renglón 2: falta: nombre',
      'renglón 3: no existe ese nivel; use uno de los que siguen a la flecha: "estante" → fondo, subfondo, seccion, subseccion, serie, subserie',
      'renglón 3: la clave está dos veces para el mismo tiempo: A',
    ]);
  });
});
