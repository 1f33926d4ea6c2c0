import { describe, expect, it } from 'vitest';
import { namePost } from '../../src/extraction/persona.ts';

describe('name and post on one line', () => {
  it.each([
    [
      'ING. Eva De la Garza Leal Encargada del Despacho',
      'ING. Eva De la Garza Leal',
      'Encargada del Despacho',
    ],
    ['LIC. EVA TOVAR.- DIRECTORA JURIDICA', 'LIC. EVA TOVAR', ' DIRECTORA JURIDICA'],
  ])('part in %s', (line, name, post) => {
    expect(namePost(line)).toEqual({ name, post });
  });

  it.each([
    'Eva Tovar Encargada del Despacho',
    'ING. Encargado del Despacho',
    'LIC. EVA ALCALDE DE LA GARZA',
    'C. Director de Obras Públicas',
  ])('do not in %s', (line) => {
    expect(namePost(line)).toBeNull();
  });
});
