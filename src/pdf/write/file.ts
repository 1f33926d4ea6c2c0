import { type FileHandle, open } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFHexString, type PDFObject, PDFRawStream, PDFRef } from 'pdf-lib';
import { crossReferences, type Place } from './xref.ts';

// As many small objects share a stream as PDF 1.7 implementations commonly expect (pdf-lib uses 50, qpdf 100).
const OBJECTS_PER_STREAM = 100;

/** A PDF being written: an object is on disk as soon as it is complete, and only its offset is kept. */
export interface PdfWriter extends AsyncDisposable {
  /** Builds objects; nothing is registered in it. */
  readonly context: PDFContext;
  /** Bytes written so far. */
  readonly bytes: number;
  reserve(): PDFRef;
  add(object: PDFObject, ref?: PDFRef): Promise<PDFRef>;
  /** A stream that is stored as it is: `filter` and the rest are in `entries`. */
  addStream(contents: Uint8Array, entries: Entries, ref?: PDFRef): Promise<PDFRef>;
  /** A stream that is deflated here. */
  addDeflated(contents: Uint8Array | string, entries: Entries, ref?: PDFRef): Promise<PDFRef>;
  finish(trailer: { root: PDFRef; info: PDFRef; id: Uint8Array }): Promise<void>;
}

export type Entries = Parameters<PDFContext['stream']>[1] & object;

/** Starts a PDF 1.7 file at `path`, replacing what is there. */
export async function createPdf(path: string, context: PDFContext): Promise<PdfWriter> {
  const file = await open(path, 'w');
  const places: Place[] = [];
  let bytes = 0;
  let last = 0;
  let waiting: { ref: PDFRef; text: Uint8Array }[] = [];

  const reserve = () => PDFRef.of(++last);
  const write = async (chunk: Uint8Array) => {
    await writeAll(file, chunk);
    bytes += chunk.length;
  };
  const writeStream = async (stream: PDFRawStream, ref: PDFRef) => {
    places[ref.objectNumber] = { offset: bytes };
    const body = serialised(stream);
    await write(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
    return ref;
  };
  const addStream = (contents: Uint8Array, entries: Entries, ref = reserve()) =>
    writeStream(context.stream(contents, entries), ref);
  const addDeflated = (contents: Uint8Array | string, entries: Entries, ref = reserve()) =>
    addStream(deflateSync(contents, { level: 9 }), { ...entries, Filter: 'FlateDecode' }, ref);
  const pack = async () => {
    if (waiting.length === 0) return;
    const holder = reserve();
    let offset = 0;
    const index = waiting.map(({ ref, text }, position) => {
      places[ref.objectNumber] = { stream: holder.objectNumber, position };
      const entry = `${ref.objectNumber} ${offset}`;
      offset += text.length + 1;
      return entry;
    });
    const head = Buffer.from(`${index.join(' ')} `);
    const body = waiting.flatMap(({ text }) => [text, Buffer.from(' ')]);
    const entries = { Type: 'ObjStm', N: waiting.length, First: head.length };
    waiting = [];
    await addDeflated(Buffer.concat([head, ...body]), entries, holder);
  };

  // The second line tells transfer programs that the file is binary.
  await write(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  return {
    context,
    get bytes() {
      return bytes;
    },
    reserve,
    addStream,
    addDeflated,
    async add(object, ref = reserve()) {
      if (object instanceof PDFRawStream) return writeStream(object, ref);
      waiting.push({ ref, text: serialised(object) });
      if (waiting.length >= OBJECTS_PER_STREAM) await pack();
      return ref;
    },
    async finish({ root, info, id }) {
      await pack();
      const start = bytes;
      const own = reserve();
      places[own.objectNumber] = { offset: start };
      const { table, widths } = crossReferences(places, last);
      const half = PDFHexString.of(Buffer.from(id).toString('hex'));
      const entries = { Type: 'XRef', Size: last + 1, W: widths, Root: root, Info: info };
      await addDeflated(table, { ...entries, ID: [half, half] }, own);
      await write(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

function serialised(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}
