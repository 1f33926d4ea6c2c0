import { expect, it } from 'vitest';
import type { RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { mendFirstMark } from '../../../../src/recognition/mends/spelling/first-mark.ts';

const box = { x: 0, y: 0, width: 10, height: 10 };
const line = (text: string): RecognizedLine => ({
  block: 0,
  box,
  words: text.split(' ').map((word) => ({ text: word, box, confidence: 0.9 })),
});
const mended = (...texts: string[]) =>
  mendFirstMark(texts.map(line)).map(({ words }) => words.map(({ text }) => text).join(' '));

it('reads the first number of a list by the second', () => {
  expect(mended('l.- Lista', 'de asistencia', '2.- Lectura')).toEqual([
    '1.- Lista',
    'de asistencia',
    '2.- Lectura',
  ]);
  expect(mended('I.- Lista', '2.- Lectura')[0]).toBe('1.- Lista');
  expect(mended('l.- Declara', 'II.- Declara')[0]).toBe('I.- Declara');
  expect(mended('1.— Declara', 'll.- Declara')[0]).toBe('I.— Declara');
  expect(mended('1.- Declara', '11.- Declara')[0]).toBe('I.- Declara');
});

it('tells each of two lists by its own', () => {
  expect(mended('l.- Uno', '2.- Dos', 'l.- Uno', 'II.- Dos')).toEqual([
    '1.- Uno',
    '2.- Dos',
    'I.- Uno',
    'II.- Dos',
  ]);
});

it('leaves a number that nothing follows as it was read, but for an l', () => {
  expect(mended('I.- Único', 'Fin')[0]).toBe('I.- Único');
  expect(mended('I.- Único', 'I.- Otro')[0]).toBe('I.- Único');
  expect(mended('1.- Único')[0]).toBe('1.- Único');
  expect(mended('l.- Único')[0]).toBe('1.- Único');
});

it('changes nothing else', () => {
  const texts = ['la l.- de', 'l. o', '1 de mayo', '10.- Diez', 'II.- Dos', 'V.- Cinco'];
  expect(mended(...texts)).toEqual(texts);
  expect(mendFirstMark([])).toEqual([]);
});
