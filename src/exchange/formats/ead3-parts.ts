// The elements of an EAD3 finding aid (dossier §2.6; EAD3 1.1.2). Pure: text in, well-formed text out.
import type { Level, Retention } from '../../description/classification/tree.ts';
import type { Ead3Element } from '../../fields/definition.ts';
import { statementsOf } from '../../fields/mapped.ts';
import type { DocumentRecord } from '../../model/document.ts';
import { attributes, escapeXml } from '../alto/xml.ts';
import type { Placed } from './inventory-row.ts';

/** `<name attributes>content</name>`; nothing at all where there is no content. */
const element = (name: string, content: string, values: Record<string, string | null> = {}): string =>
  content === '' ? '' : `<${name}${attributes(values)}>${content}</${name}>`;

const text = (
  name: string,
  value: string | null | undefined,
  values?: Record<string, string | null>,
): string => element(name, escapeXml(value ?? ''), values);

const paragraph = (name: string, value: string | null | undefined): string => element(name, text('p', value));

export function controlOf(about: {
  fondo: string;
  agency: string;
  created: string;
  software: string;
}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/">
<control countryencoding="iso3166-1" dateencoding="iso8601" langencoding="iso639-2b" repositoryencoding="iso15511" scriptencoding="iso15924">
${text('recordid', `${about.fondo} ${about.created}`)}
<filedesc><titlestmt>${text('titleproper', `Instrumento de consulta del fondo ${about.fondo}`)}</titlestmt></filedesc>
<maintenancestatus value="new"/>
<maintenanceagency>${text('agencyname', about.agency)}</maintenanceagency>
<languagedeclaration><language langcode="spa">español</language><script scriptcode="Latn">latino</script></languagedeclaration>
<maintenancehistory><maintenanceevent><eventtype value="created"/>${text('eventdatetime', about.created, { standarddatetime: about.created })}<agenttype value="machine"/>${text('agent', about.software)}</maintenanceevent></maintenancehistory>
</control>
`;
}

export function archdescStart(
  about: { fondo: string; agency: string },
  { place }: Placed,
  totals: { documents: number; pages: number; first: string | null; last: string | null },
): string {
  const branch = place?.branches.fondo;
  const did = [
    text('unitid', branch?.clave),
    text('unittitle', about.fondo),
    dates(totals.first, totals.last),
    extent(totals.documents, 'documentos'),
    extent(totals.pages, 'imágenes'),
    element('origination', element('corpname', text('part', about.agency))),
    LANGUAGE,
  ];
  return `<archdesc level="fonds">\n${element('did', did.join(''))}\n<dsc dsctype="combined">\n`;
}

const LEVEL: Readonly<Partial<Record<Level, Record<string, string>>>> = {
  seccion: { level: 'otherlevel', otherlevel: 'seccion' },
  serie: { level: 'series' },
  subserie: { level: 'subseries' },
};

/** Opens a sección, serie or subserie, called as the tree calls it, else as the documents do. */
export function openLevel(level: 'seccion' | 'serie' | 'subserie', named: string, { place }: Placed): string {
  const branch = place?.branches[level];
  const did = text('unitid', branch?.clave) + text('unittitle', branch?.nombre ?? named);
  const appraised = branch ? appraisal(place?.lowest === branch ? place.retention : branch.retention) : '';
  return `<c${attributes(LEVEL[level]!)}>${element('did', did)}${appraised}\n`;
}

/** Opens an expediente. */
export function openFile({ expediente, place }: Placed): string {
  const { texts, firstDate, lastDate, pages, fojas } = expediente;
  const did = [
    text('unitid', texts.clave ?? texts.expediente),
    text('unittitle', texts.titulo ?? `Expediente ${texts.expediente ?? ''}`),
    dates(texts.fechaInicio ?? firstDate, texts.fechaCierre ?? lastDate),
    fojas === null ? '' : extent(fojas, 'fojas'),
    extent(pages, 'imágenes'),
    element('origination', element('corpname', text('part', texts.productor))),
    element('container', escapeXml(texts.caja ?? ''), { localtype: 'caja' }),
    text('physloc', texts.ubicacion),
  ];
  return `<c level="file">${element('did', did.join(''))}${paragraph('scopecontent', texts.contenido)}${place ? appraisal(place.retention) : ''}${paragraph('accessrestrict', texts.acceso ?? place?.retention.acceso)}\n`;
}

export const closeComponent = (): string => '</c>\n';

/** A document, with the way to its digital copy. */
export function itemOf(record: DocumentRecord): string {
  const { id, fields, description = {}, pages, source } = record;
  const date = fields?.fechaDocumento.value ?? null;
  const stated = statementsOf(fields, ({ ead3 }) => ead3);
  const of = (element: Ead3Element) => stated.filter(({ mapping }) => mapping.element === element);
  const one = (element: Ead3Element) => of(element).find(({ mapping }) => !mapping.localtype)?.text;
  const did = [
    text('unitid', one('unitid') ?? id),
    ...of('unitid').map(({ mapping: { localtype }, text: said }) =>
      localtype ? text('unitid', said, { localtype }) : '',
    ),
    text('unittitle', one('unittitle') ?? source[0]?.path ?? id),
    dates(date, date) || text('unitdate', fields?.fechaDocumento.raw),
    description.fojas?.value ? extent(description.fojas.value, 'fojas') : '',
    extent(pages.length, 'imágenes'),
    element(
      'origination',
      element('corpname', text('part', one('corpname'))) + element('persname', text('part', one('persname'))),
    ),
    LANGUAGE,
    `<dao${attributes({ daotype: 'derived', href: `urn:foja:${id}` })}/>`,
  ];
  return `<c level="item">${element('did', did.join(''))}${paragraph('accessrestrict', description.acceso?.value)}</c>\n`;
}

const LANGUAGE = '<langmaterial><language langcode="spa">español</language></langmaterial>';

function dates(first: string | null, last: string | null): string {
  const [from, to] = [first ?? last, last ?? first];
  if (from === null || to === null) return '';
  if (from === to) return element('unitdatestructured', text('datesingle', from, { standarddate: from }));
  const range = text('fromdate', from, { standarddate: from }) + text('todate', to, { standarddate: to });
  return element('unitdatestructured', element('daterange', range));
}

const extent = (quantity: number, unit: string): string =>
  `<physdescstructured physdescstructuredtype="materialtype" coverage="whole"><quantity>${quantity}</quantity><unittype>${unit}</unittype></physdescstructured>`;

function appraisal({ valor, tramite, concentracion, destino }: Retention): string {
  const facts = [
    valor && `Valor documental: ${valor}.`,
    tramite !== null && `Archivo de trámite: ${tramite} años.`,
    concentracion !== null && `Archivo de concentración: ${concentracion} años.`,
    destino &&
      `Destino final: ${{ baja: 'baja', conservacion: 'conservación permanente', muestreo: 'muestreo' }[destino]}.`,
  ];
  return paragraph('appraisal', facts.filter(Boolean).join(' '));
}
