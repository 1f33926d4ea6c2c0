import { closeSync, openSync } from 'node:fs';
import { AccessError, FojaError, InputError } from '../../errors.ts';
import { loadDocument, type Pdfium, startPdfium } from './pdfium.ts';

/** An open document inside a PDFium. */
export interface PdfDocument {
  readonly pdfium: Pdfium;
  readonly handle: number;
}

// PDFium keeps every stream it has parsed until the document closes, so a long document is opened anew (5 ms)
// when this much memory has been taken.
const MAX_KEPT_BYTES = 256e6;
// FPDF_GetLastError
const PASSWORD = 4;
const SECURITY = 5;

/** A delivered PDF. PDFium comes and goes behind it; the file stays open. */
export class PdfFile {
  readonly #path: string;
  readonly #fd: number;
  #document: PdfDocument | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** AccessError when there is no such file to read. */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#fd = openSync(path, 'r');
    } catch (cause) {
      throw new AccessError('unreadable-file', `${path} cannot be read: ${String(cause)}`, { cause });
    }
  }

  /**
   * Runs `work` on the document, one at a time. A crash of PDFium is an InputError that names `what`, and the next
   * use finds a fresh one.
   */
  async use<T>(what: string, work: (document: PdfDocument) => T): Promise<T> {
    const turn = this.#last.then(async () => {
      try {
        this.#document ??= await this.#load();
        const result = work(this.#document);
        if (this.#document.pdfium.api.HEAPU8.length > MAX_KEPT_BYTES) this.#drop();
        return result;
      } catch (error) {
        if (error instanceof FojaError) throw error;
        this.#document = null;
        throw crash(what, error);
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #load(): Promise<PdfDocument> {
    const pdfium = await startPdfium(this.#fd);
    const handle = loadDocument(pdfium);
    if (handle) return { pdfium, handle };
    throw refusal(this.#path, pdfium.api._FPDF_GetLastError());
  }

  // The instance goes with its memory: nothing inside it needs closing first.
  #drop(): void {
    this.#document = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    this.#drop();
    closeSync(this.#fd);
  }
}

function refusal(path: string, code: number): InputError {
  if (code === PASSWORD || code === SECURITY) {
    const why =
      code === PASSWORD ? 'opens only with a password' : 'is protected in a way that PDFium cannot open';
    return new InputError('encrypted', `${path} ${why}. Deliver an unlocked copy.`);
  }
  return new InputError(
    'damaged',
    `${path} begins like a PDF but its structure cannot be read. Deliver a whole copy, or print it to PDF again.`,
  );
}

function crash(what: string, cause: unknown): InputError {
  const outOfMemory = /memory|OOM|allocation/i.test(String(cause));
  return new InputError(
    outOfMemory ? 'too-large' : 'damaged',
    outOfMemory
      ? `${what} takes more memory than the 2 GB that PDFium has. Scan it at a lower resolution.`
      : `${what} makes PDFium stop (${String(cause)}). Print it to PDF again, or deliver the page as an image.`,
    { cause },
  );
}
