import { describe, expect, it } from 'vitest';
import { foldEnye } from '../../../src/search/words/fold.ts';
import { stem, vocabularyKey } from '../../../src/search/words/stem.ts';
import { tokensOf } from '../../../src/search/words/tokens.ts';

const key = (word: string) => stem(foldEnye(tokensOf(word)[0]!));
const pairs = (text: string) =>
  text.split(/[\n|]+/).map((pair) => pair.trim().split(' ') as [string, string]);

// Singular and plural, from the vocabulary of municipal papers.
const SAME = pairs(`construcción construcciones|licencia licencias|oficio oficios|permiso permisos
autorización autorizaciones|inspección inspecciones|calle calles|parte partes|bien bienes|nombre nombres
juez jueces|ley leyes|mes meses|mesa mesas|año años|predio predios|acta actas|acuerdo acuerdos
escritura escrituras|director directores|secretario secretarios|municipal municipales|fracción fracciones
regidor regidores|síndico síndicos|plano planos|foja fojas|luz luces|vez veces|cruz cruces|red redes
pared paredes|drenaje drenajes|poste postes|puente puentes|parque parques|expediente expedientes
antecedente antecedentes|solicitante solicitantes|unidad unidades|autoridad autoridades|camión camiones
lugar lugares|señor señores|panteón panteones|lote lotes|límite límites|base bases|clave claves
orden órdenes|imagen imágenes|joven jóvenes|sesión sesiones|dictamen dictámenes|régimen regímenes
titular titulares|jardín jardines|alcohol alcoholes|cláusula cláusulas|taxi taxis|foto fotos`);

// Different things in an archive, though Snowball's Spanish stemmer joins most of them.
const DIFFERENT = pairs(`licencia licenciado|acta acto|actas actos|cargo carga|cuenta cuento|partida partido
punto punta|libro libra|derecho derecha|oficio oficial|oficial oficina|mes mesa|meses mesas|caso casa
casos casas|puerto puerta|parte parto|notaría notario|plano plana|secretario secretaria|banco banca
bando banda|suelo suela|copia copiar|pago paga|marco marca|tramo trama|medio media|cuadro cuadra
paso pasa|peso pesa|pozo poza|base basa|registro registrar|predio predial|síndico sindicato`);

describe('singular and plural are one', () => {
  it.each(SAME)('%s = %s', (a, b) => expect(key(a)).toBe(key(b)));
});

describe('nothing else is', () => {
  it.each(DIFFERENT)('%s ≠ %s', (a, b) => expect(key(a)).not.toBe(key(b)));
});

it.each([
  ['peñas', 'pena'],
  ['o123', '123'],
  ['l7', '17'],
  ['12o', '120'],
  ['123', null],
  ['12b', null],
  ['ool1', null],
])('%s is looked up by %s', (term, expected) => expect(vocabularyKey(term)).toBe(expected));
