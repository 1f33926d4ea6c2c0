import { closeSync, openSync } from 'node:fs';
import { AccessError, FojaError, InputError } from '../../model/errors.ts';
import { loadDocument, type Pdfium, startPdfium } from './pdfium.ts';

/** An open document inside a PDFium. */
export interface PdfDocument {
  readonly pdfium: Pdfium;
  readonly handle: number;
}

// PDFium keeps every stream that it has read until the document closes: it is opened anew after so many bytes.
const MAX_KEPT_BYTES = 64e6;
// Memory once taken is not given back but with its instance: a page this large gets one to itself.
const MAX_HEAP_BYTES = 256e6;
// FPDF_GetLastError
const PASSWORD = 4;
const SECURITY = 5;

/** A delivered PDF. PDFium comes and goes behind it; the file stays open. */
export class PdfFile {
  readonly #path: string;
  readonly #fd: number;
  #pdfium: Pdfium | null = null;
  #document: PdfDocument | null = null;
  #readBefore = 0;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** AccessError when there is no such file to read. */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#fd = openSync(path, 'r');
    } catch (cause) {
      throw new AccessError('unreadable-file', `${path} cannot be read: ${String(cause)}`, {
        about: path,
        cause,
      });
    }
  }

  /**
   * Runs `work` on the document, one at a time. A crash of PDFium is an InputError that names `what`, and the next
   * use finds a fresh one.
   */
  async use<T>(what: string, work: (document: PdfDocument) => T): Promise<T> {
    const turn = this.#last.then(async () => {
      if (this.#closed) throw new Error(`${this.#path} was closed before ${what} was asked for`);
      try {
        this.#document ??= await this.#load();
        const result = work(this.#document);
        this.#tidy(this.#document);
        return result;
      } catch (error) {
        if (error instanceof FojaError) throw error;
        this.#drop();
        throw crash(what, error);
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #load(): Promise<PdfDocument> {
    this.#pdfium ??= await startPdfium(this.#fd);
    const handle = loadDocument(this.#pdfium);
    this.#readBefore = this.#pdfium.calls.bytesRead();
    if (handle) return { pdfium: this.#pdfium, handle };
    throw refusal(this.#path, this.#pdfium.api._FPDF_GetLastError());
  }

  #tidy({ pdfium, handle }: PdfDocument): void {
    if (pdfium.api.HEAPU8.length > MAX_HEAP_BYTES) this.#drop();
    else if (pdfium.calls.bytesRead() - this.#readBefore > MAX_KEPT_BYTES) {
      pdfium.api._FPDF_CloseDocument(handle);
      this.#document = null;
    }
  }

  // The instance goes with its memory: nothing inside it needs closing first.
  #drop(): void {
    this.#document = null;
    this.#pdfium = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    if (this.#closed) return;
    this.#closed = true;
    this.#drop();
    closeSync(this.#fd);
  }
}

function refusal(path: string, code: number): InputError {
  if (code === PASSWORD || code === SECURITY) {
    const why =
      code === PASSWORD ? 'opens only with a password' : 'is protected in a way that PDFium cannot open';
    return new InputError('encrypted', `${path} ${why}. Deliver an unlocked copy.`, { about: path });
  }
  return new InputError(
    'damaged',
    `${path} begins like a PDF but its structure cannot be read. Deliver a whole copy, or print it to PDF again.`,
    { about: path },
  );
}

function crash(what: string, cause: unknown): InputError {
  const outOfMemory = /memory|OOM|allocation/i.test(String(cause));
  return new InputError(
    outOfMemory ? 'too-large' : 'damaged',
    outOfMemory
      ? `${what} takes more memory than the 2 GB that PDFium has. Scan it at a lower resolution.`
      : `${what} makes PDFium stop (${String(cause)}). Print it to PDF again, or deliver the page as an image.`,
    { about: what, cause },
  );
}
