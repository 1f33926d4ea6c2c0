// An archive with documents in it as the pipeline leaves them, but read from text: no OCR, so that it takes no time.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { readHead, readRecord } from '../../src/archive/archive.ts';
import { PAGE_SECONDS } from '../../src/config.ts';
import type { Said } from '../../src/description/delivered.ts';
import { altoPath, writeAlto } from '../../src/exchange/alto/alto.ts';
import { describe } from '../../src/flow/steps/describe.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import { indexDocument } from '../../src/flow/steps/index-document.ts';
import { receive } from '../../src/flow/steps/receive.ts';
import { seal } from '../../src/flow/steps/seal.ts';
import { documentId, hashFiles } from '../../src/intake/identify.ts';
import type { Actor } from '../../src/model/actor.ts';
import type { Description, DocumentRecord, Field, ReadPage } from '../../src/model/document.ts';
import { openWorkspace } from '../../src/wiring/open.ts';
import type { Workspace } from '../../src/workspace.ts';
import { typedPage } from '../extraction/support/typed-page.ts';

/** Who acts in tests. */
export const ACTOR: Actor = { name: 'prueba' };

/** A letter that nobody ever wrote. */
export const OFICIO = `
                                    DEPENDENCIA: SECRETARIA DEL R. AYUNTAMIENTO
                                    NUM. DE OFICIO: SA/0123/1987
                                    ASUNTO: Se remite licencia.

                              Guadalupe, N.L., a 14 de marzo de 1987.

C. ING. RAMIRO TREVIÑO GARZA
DIRECTOR DE OBRAS PUBLICAS
P R E S E N T E.-

     Por medio del presente remito a usted la licencia solicitada.

                         A T E N T A M E N T E
                  SUFRAGIO EFECTIVO. NO REELECCION

                     LIC. JULIAN OLVERA PEÑA
                  SECRETARIO DEL R. AYUNTAMIENTO
`;

export interface Shelf {
  readonly workspace: Workspace;
  readonly folder: string;
  /** Takes a document in; every page of text is a face. Returns its id. */
  add(options?: {
    pages?: readonly string[];
    said?: Said | null;
    name?: string;
    seal?: boolean;
    confidence?: number;
  }): Promise<string>;
  record(id: string): Promise<DocumentRecord>;
}

/** An empty archive in a folder that is gone after the test. */
export async function shelf(): Promise<Shelf> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-shelf-'));
  const config = {
    archive: path.join(folder, 'archivo'),
    queue: 'local:',
    index: null,
    indexKey: null,
    ocr: '',
    pageSeconds: PAGE_SECONDS,
    user: ACTOR.name,
  };
  const workspace = await openWorkspace(config, { create: true });
  onTestFinished(async () => {
    await workspace.index.close();
    await workspace.store.close();
    await rm(folder, { recursive: true, force: true });
  });
  let count = 0;
  return {
    workspace,
    folder,
    record: (id) => readRecord(workspace.archive, id),
    async add({ pages: texts = [OFICIO], said = null, name, seal: isSealed = true, confidence = 0.95 } = {}) {
      const number = ++count;
      const pages = texts.map((text, at) => ({
        ...typedPage(text, { number: at + 1, confidence }),
        source: { file: at, page: 0 },
      }));
      const files = await Promise.all(
        pages.map((page, at) => draw(folder, `${number}-${at}.png`, page, number)),
      );
      const hashed = await hashFiles(
        files.map((file, at) => ({
          location: file.path,
          path: name ?? `caja/${number}/${at + 1}.png`,
          bytes: file.bytes,
          type: 'image/png',
        })),
      );
      const id = documentId(hashed);
      await receive(workspace, ACTOR, { id, batch: 'b1', files: hashed, said }, new AbortController().signal);
      const head = await readHead(workspace.archive, id);
      const received = await readRecord(workspace.archive, id, head);
      if (!isSealed) return id;
      const record = describe(received, pages, extract(pages), null);
      const alto = pages.map((page) => ({
        to: altoPath(page.number),
        xml: writeAlto(page, {
          documentId: id,
          source: received.source[page.source.file]!,
          software: { name: 'foja', version: 'test' },
        }),
      }));
      const published = [];
      for (const { to, xml } of alto) {
        const file = path.join(folder, `${number}-${path.basename(to)}`);
        await writeFile(file, xml);
        published.push({ to, from: { path: file } });
      }
      await indexDocument(workspace, record, pages);
      await seal(workspace, ACTOR, head!, record, published);
      await workspace.index.refresh();
      return id;
    },
  };
}

// Words are black bars: enough to see that a crop shows the right part.
async function draw(folder: string, name: string, page: ReadPage, shade: number) {
  const bars = page.lines.flatMap(({ words }) =>
    words.map(({ box }) => `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/>`),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="rgb(${255 - shade},255,255)"/>${bars.join('')}</svg>`;
  const file = path.join(folder, name);
  await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toFile(file);
  return { path: file, bytes: (await stat(file)).size };
}

/** A description stated by a manifest. */
export function statedBy(texts: Partial<Record<keyof Description, string | number>>): Description {
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]): [string, Field<unknown>] => [name, stated(value)]),
  ) as Description;
}

/** A field stated by a manifest. */
export const stated = <T>(value: T): Field<T> => ({
  value,
  raw: String(value),
  confidence: 1,
  evidence: [],
  from: 'manifest',
  rule: 'manifest',
  version: 1,
});

/** What a manifest says of a document. */
export function said(
  texts: Partial<Record<keyof Description, string | number>>,
  fields: Record<string, Field<unknown>> = {},
  pages: number | null = null,
): Said {
  return {
    description: statedBy(texts),
    delivery: { manifest: 'lote.csv', sha256: 'f'.repeat(64), rows: [], stated: fields, pages },
  };
}
