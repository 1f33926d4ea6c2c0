// A document in Dublin Core (oai_dc), as harvesters of libraries and open-data portals take it.
import type { DublinCoreElement } from '../../fields/definition.ts';
import { statementsOf } from '../../fields/mapped.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { escapeXml } from '../alto/xml.ts';

const HEAD =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">';

/** One document. `dc:date` only where the date is ISO; what is read of another stands in `dc:coverage` (dossier §2.6). */
export function dublinCore(record: DocumentRecord): string {
  const { fields, description = {}, source, pages } = record;
  const subject = fields?.asunto.value ?? null;
  const number = fields?.numeroOficio.value?.raw ?? null;
  const date = fields?.fechaDocumento;
  const { fondo, seccion, serie, subserie, expediente, clave, acceso } = description;
  const stated = statementsOf(fields, ({ dublinCore }) => dublinCore);
  const of = (element: DublinCoreElement) =>
    stated.flatMap(({ mapping, text }): [string, string][] =>
      mapping.element === element ? [[element, text]] : [],
    );
  const elements: [name: string, value: string | null | undefined][] = [
    ['title', description.titulo?.value ?? subject ?? number ?? source[0]?.path],
    ...of('creator'),
    ...of('contributor'),
    ...of('description'),
    ['description', description.contenido?.value],
    ...of('date'),
    ['coverage', date?.value === null ? date.raw : null],
    ...of('coverage'),
    ...of('type'),
    ['type', 'Text'],
    ...[...new Set(source.map(({ type }) => type))].map(
      (type) => ['format', type] as [string, string | null],
    ),
    ['format', `${pages.length} ${pages.length === 1 ? 'imagen' : 'imágenes'}`],
    ['format', description.fojas?.value ? `${description.fojas.value} fojas` : null],
    ['identifier', `urn:foja:${record.id}`],
    ['identifier', clave?.value],
    ...of('identifier'),
    ['source', [fondo, seccion, serie, subserie].flatMap((it) => it?.value ?? []).join(' / ') || null],
    ['relation', expediente?.value ? `Expediente ${expediente.value}` : null],
    ['language', 'es'],
    ['rights', acceso?.value],
  ];
  const body = elements
    .filter((element): element is [string, string] => typeof element[1] === 'string' && element[1] !== '')
    .map(([name, value]) => `  <dc:${name}>${escapeXml(value)}</dc:${name}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${HEAD}\n${body.join('\n')}\n</oai_dc:dc>\n`;
}
