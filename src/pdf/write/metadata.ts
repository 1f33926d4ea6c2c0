import { PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { srgbProfile } from './colour.ts';
import type { PdfWriter } from './file.ts';

/** What an access copy says of itself. */
export interface AccessMeta {
  readonly title: string;
  /** Program and version: `foja 0.1.0`. */
  readonly producer: string;
  /** ISO date of receipt: the copy's own date, so that the same input gives the same bytes. */
  readonly date: string;
  /** Identifies the document; becomes the file identifier. */
  readonly documentId: string;
}

const LANGUAGE = 'es-MX';

/** Writes catalog, XMP, output intent and Info. The PDF/A claim (2u) is made only where `pdfa` says it is true. */
export async function writeCatalog(
  pdf: PdfWriter,
  pages: PDFRef,
  meta: AccessMeta,
  pdfa: boolean,
): Promise<{ root: PDFRef; info: PDFRef }> {
  const { context } = pdf;
  // Not deflated: the programs that archives identify formats with (PRONOM signatures) look for the claim in plain text.
  const metadata = await pdf.addStream(Buffer.from(xmp(meta, pdfa)), { Type: 'Metadata', Subtype: 'XML' });
  const root = context.obj({
    Type: 'Catalog',
    Pages: pages,
    Metadata: metadata,
    ...(pdfa ? { OutputIntents: [await outputIntent(pdf)] } : {}),
    ViewerPreferences: { DisplayDocTitle: true },
  });
  root.set(PDFName.of('Lang'), PDFString.of(LANGUAGE));
  const info = context.obj({
    Title: textString(meta.title),
    Producer: textString(meta.producer),
    CreationDate: PDFString.of(pdfDate(meta.date)),
    ModDate: PDFString.of(pdfDate(meta.date)),
  });
  return { root: await pdf.add(root), info: await pdf.add(info) };
}

async function outputIntent(pdf: PdfWriter) {
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    DestOutputProfile: await pdf.addDeflated(srgbProfile(), { N: 3 }),
  };
}

function xmp({ title, producer, date }: AccessMeta, pdfa: boolean): string {
  const claim = pdfa ? '\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>' : '';
  const day = isoSeconds(date);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">${claim}
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${LANGUAGE}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

// Plain ASCII is the same in every encoding, and a third of the bytes.
const textString = (text: string) =>
  /^[\w .,:;/-]*$/.test(text) ? PDFString.of(text) : PDFHexString.fromText(text);

// Info and XMP must tell the same instant (PDF/A): both in UTC, to the second.
const isoSeconds = (date: string) => `${new Date(date).toISOString().slice(0, 19)}Z`;
const pdfDate = (date: string) => `D:${isoSeconds(date).replace(/[-:TZ]/g, '')}Z`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string) => text.replace(/[&<>]/g, (character) => ESCAPES[character]!);
