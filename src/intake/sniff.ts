import { fileTypeFromBuffer } from 'file-type';

/** How much of a file's beginning `sniff` wants to see: what the `file-type` library asks for. */
export const SNIFF_BYTES = 4100;

// PDF 32000-1, Annex H, note 13: readers accept the header anywhere within the first 1024 bytes.
const PDF_HEADER = '%PDF-';
const PDF_HEADER_WITHIN = 1024 + PDF_HEADER.length;

const STARTS: readonly { readonly type: string; readonly marks: readonly string[] }[] = [
  { type: 'image/jpeg', marks: ['ffd8ff'] },
  { type: 'image/png', marks: ['89504e470d0a1a0a'] },
  { type: 'application/pdf', marks: ['255044462d'] },
  { type: 'image/tiff', marks: ['49492a00', '4d4d002a', '49492b00', '4d4d002b'] },
];

/**
 * What a file is by its first bytes, never by its name: a MIME type, or null when nothing known. Bytes and not
 * a path, because a name need not be text.
 */
export async function sniff(head: Uint8Array): Promise<string | null> {
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex');
  const start = STARTS.find(({ marks }) => marks.some((mark) => hex.startsWith(mark)))?.type;
  // Camera raw formats carry the TIFF mark; only a look inside tells them apart.
  if (start && start !== 'image/tiff') return start;
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known ?? start) return known?.mime ?? start ?? null;
  const pdfWithin = Buffer.from(head.subarray(0, PDF_HEADER_WITHIN)).includes(PDF_HEADER);
  return pdfWithin ? 'application/pdf' : null;
}
