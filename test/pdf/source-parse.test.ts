import { PDFContext, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { parseObject } from '../../src/pdf/source/parse.ts';

const parse = (text: string, lengthOf = (_: PDFRef) => PDFNumber.of(5) as never) =>
  parseObject(Buffer.from(text, 'latin1'), PDFContext.create(), lengthOf);

const contentsOf = (text: string) => {
  const object = parse(text);
  if (!(object instanceof PDFRawStream)) throw new Error('no stream');
  expect(object.dict.get(PDFName.of('Length'))).toEqual(PDFNumber.of(object.contents.length));
  return Buffer.from(object.contents).toString('latin1');
};

describe('parseObject', () => {
  it.each([
    ['is written out', '/Length 5'],
    ['stands elsewhere in the file', '/Length 9 0 R'],
    ['is too large', '/Length 500'],
    ['is too small', '/Length 3'],
    ['is missing', ''],
  ])('reads a stream whose length %s', (_, length) => {
    const text = `\n<< ${length} /A (a\\)>> stream) /B <</C [<3e3e>]>> >>\r\nstream\r\nq 1 Q\nendstream\nendobj\n`;
    expect(contentsOf(text)).toBe('q 1 Q');
  });

  it('takes the words of streams inside one for data where its length is right', () => {
    const data = 'stream\nendstream\nendobj\n\xff';
    expect(contentsOf(`<</Length ${data.length}>>stream\n${data}\nendstream`)).toBe(data);
  });

  it('reads what is no stream', () => {
    expect(parse(' <</A 1>>\nendobj\n')).toBeInstanceOf(PDFDict);
    expect(String(parse('[<</A 1>> 2 0 R]'))).toBe('[ <<\n/A 1\n>> 2 0 R ]');
    expect(String(parse(' (<<text>>) endobj'))).toBe('(<<text>>)');
  });

  it('refuses a stream without an end', () => {
    expect(() => parse('<</Length 9>>stream\nabc')).toThrow('without an end');
  });
});
