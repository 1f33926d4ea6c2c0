import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import { type FileCalls, fileCalls, PDF_NAME } from './file-calls.ts';

type Call = (...args: number[]) => number;

type Name =
  | '_malloc'
  | '_free'
  | '_FPDF_InitLibrary'
  | '_FPDF_LoadDocument'
  | '_FPDF_CloseDocument'
  | '_FPDF_GetLastError'
  | '_FPDF_GetPageCount'
  | '_FPDF_GetFormType'
  | '_FPDF_LoadPage'
  | '_FPDF_ClosePage'
  | '_FPDF_GetPageBoundingBox'
  | '_FPDF_RenderPageBitmap'
  | '_FPDFBitmap_CreateEx'
  | '_FPDFBitmap_Destroy'
  | '_FPDFBitmap_FillRect'
  | '_FPDFBitmap_GetBuffer'
  | '_FPDFBitmap_GetFormat'
  | '_FPDFBitmap_GetHeight'
  | '_FPDFBitmap_GetStride'
  | '_FPDFBitmap_GetWidth'
  | '_FPDFPage_CloseAnnot'
  | '_FPDFPage_CountObjects'
  | '_FPDFPage_GetAnnot'
  | '_FPDFPage_GetAnnotCount'
  | '_FPDFPage_GetObject'
  | '_FPDFPage_GetRotation'
  | '_FPDFPageObj_GetBounds'
  | '_FPDFPageObj_GetClipPath'
  | '_FPDFPageObj_GetFillColor'
  | '_FPDFPageObj_GetMatrix'
  | '_FPDFPageObj_GetType'
  | '_FPDFPageObj_HasTransparency'
  | '_FPDFFormObj_CountObjects'
  | '_FPDFFormObj_GetObject'
  | '_FPDFTextObj_GetTextRenderMode'
  | '_FPDFPath_CountSegments'
  | '_FPDFPath_GetDrawMode'
  | '_FPDFPathSegment_GetPoint'
  | '_FPDFClipPath_CountPaths'
  | '_FPDFClipPath_CountPathSegments'
  | '_FPDFClipPath_GetPathSegment'
  | '_FPDFImageObj_GetBitmap'
  | '_FPDFImageObj_GetImageDataDecoded'
  | '_FPDFImageObj_GetImageDataRaw'
  | '_FPDFImageObj_GetImageFilter'
  | '_FPDFImageObj_GetImageFilterCount'
  | '_FPDFImageObj_GetImageMetadata'
  | '_FPDFImageObj_GetImagePixelSize'
  | '_FPDFAnnot_GetFlags'
  | '_FPDFAnnot_GetRect'
  | '_FPDFAnnot_GetSubtype'
  | '_FPDFText_LoadPage'
  | '_FPDFText_ClosePage'
  | '_FPDFText_CountChars'
  | '_FPDFText_GetCharAngle'
  | '_FPDFText_GetCharBox'
  | '_FPDFText_GetTextObject'
  | '_FPDFText_GetUnicode'
  | '_FPDFText_HasUnicodeMapError'
  | '_FPDFText_IsHyphen';

/** PDFium's C functions, called with numbers and pointers. The wrapper's classes are too thin, and leak. */
export type PdfiumApi = Readonly<Record<Name, Call>> & { readonly HEAPU8: Uint8Array };

/** One PDFium with memory of its own: what it takes goes back when it is dropped, and a crash takes one file down. */
export interface Pdfium {
  readonly api: PdfiumApi;
  readonly calls: FileCalls;
  /** Room for results that C functions write through pointers; overwritten by the next user. */
  readonly scratch: number;
}

const SCRATCH_BYTES = 256;

let compiled: Promise<WebAssembly.Module> | null = null;

// Compiled once a thread (15 ms); each instance then takes 5 ms.
function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/** Starts a PDFium that sees one file, open as `fd`, and no other. */
export async function startPdfium(fd: number): Promise<Pdfium> {
  const wasm = await compile();
  let calls: FileCalls | null = null;
  const options = {
    // A crash is reported by the error it throws; PDFium's own chatter says no more.
    printErr: () => {},
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      calls = fileCalls(fd, imports);
      const instance = new WebAssembly.Instance(wasm, calls.imports);
      calls.setMemory(instance.exports['memory'] as WebAssembly.Memory);
      done(instance);
      return instance.exports;
    },
  };
  const api = (await PDFiumModule(options as never)) as unknown as PdfiumApi;
  api._FPDF_InitLibrary();
  return { api, calls: calls!, scratch: api._malloc(SCRATCH_BYTES) };
}

/** The document behind `PDF_NAME`; 0 when PDFium cannot open it. */
export function loadDocument({ api }: Pdfium): number {
  const name = Buffer.from(`${PDF_NAME}\0`, 'latin1');
  const pointer = api._malloc(name.length);
  api.HEAPU8.set(name, pointer);
  const document = api._FPDF_LoadDocument(pointer, 0);
  api._free(pointer);
  return document;
}

/** Calls with a pointer to `count` floats and returns what was written there; null when the call fails. */
export function floats(pdfium: Pdfium, count: number, call: (pointer: number) => number): number[] | null {
  if (!call(pdfium.scratch)) return null;
  return Array.from(new Float32Array(pdfium.api.HEAPU8.buffer, pdfium.scratch, count));
}

/** Like `floats`, for unsigned integers. */
export function integers(pdfium: Pdfium, count: number, call: (pointer: number) => number): number[] | null {
  if (!call(pdfium.scratch)) return null;
  return Array.from(new Uint32Array(pdfium.api.HEAPU8.buffer, pdfium.scratch, count));
}

/** Calls a function that fills a buffer after having said its size; null when there is nothing. */
export function bytesOf({ api }: Pdfium, call: (pointer: number, length: number) => number): Buffer | null {
  const length = call(0, 0);
  if (length === 0) return null;
  const pointer = api._malloc(length);
  try {
    call(pointer, length);
    return Buffer.from(api.HEAPU8.slice(pointer, pointer + length).buffer);
  } finally {
    api._free(pointer);
  }
}
