import { describe, expect, it } from 'vitest';
import { oneLine, visible } from '../../cli/output.ts';

describe('what a terminal is told', () => {
  it('holds no order that came with the name of a file', () => {
    expect(visible('a\u001b[2J\u001b]0;x\u0007b\r\u009bc')).toBe('a␛[2J␛]0;x␇b␍\ufffdc');
  });

  it('keeps our own lines and emphasis, and every letter', () => {
    const text = '\u001b[1mcaja ñ/oficio 1.jpg\u001b[22m\n  pág. 1 · «licencia»';
    expect(visible(text)).toBe(text);
  });

  it('has a name on one line', () => {
    expect(oneLine('a\nprocesado  b.jpg')).toBe('a␤procesado  b.jpg');
  });
});
