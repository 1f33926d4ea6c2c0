// The names of the archival description (dossier §2.5, §7.5), in the order in which people read them.
import type { Description, Field } from '../model/document.ts';
import type { Named } from './definition.ts';
import { count } from './kinds/count.ts';
import { date } from './kinds/date.ts';
import { text } from './kinds/text.ts';
import { inWords, numbered } from './search.ts';

type DescriptionName = keyof Description;
type ValueOf<Name extends DescriptionName> = Description[Name] extends Field<infer T> | undefined ? T : never;

export const DESCRIPTIVE = {
  fondo: { label: 'Fondo', kind: text, columns: 'fondo|clave fondo|fondo documental', search: inWords },
  seccion: {
    label: 'Sección',
    kind: text,
    columns: 'seccion|clave seccion|seccion clave y nombre',
    search: inWords,
  },
  serie: {
    label: 'Serie',
    kind: text,
    columns: 'serie|clave serie|serie documental|serie clave y nombre',
    search: inWords,
  },
  subserie: {
    label: 'Subserie',
    kind: text,
    columns: 'subserie|clave subserie|subserie documental',
    search: inWords,
  },
  expediente: {
    label: 'Expediente',
    kind: text,
    columns:
      'expediente|exp|no expediente|no de expediente|no exp|num exp|num expediente|numero expediente|numero de expediente',
    search: numbered('expediente'),
  },
  clave: {
    label: 'Clave',
    kind: text,
    columns:
      'clave|clave clasificacion|clave de clasificacion|codigo de clasificacion|codigo de clasificacion archivistica|clave de clasificacion archivistica|clasificacion archivistica|codigo|codigo de referencia',
    search: numbered('clave'),
  },
  legajo: {
    label: 'Legajo',
    kind: text,
    columns: 'legajo|legajos|no legajo|numero de legajo|numero de legajos',
    search: numbered('legajo'),
  },
  caja: {
    label: 'Caja',
    kind: text,
    columns: 'caja|no caja|no de caja|num caja|numero caja|numero de caja',
    search: numbered('caja'),
  },
  lote: { label: 'Lote', kind: text, columns: 'lote|no lote|numero de lote', search: numbered('lote') },
  titulo: {
    label: 'Título',
    kind: text,
    columns: 'titulo|titulo del expediente|nombre del expediente|nombre expediente',
    search: inWords,
  },
  contenido: {
    label: 'Alcance y contenido',
    kind: text,
    columns: 'descripcion|alcance y contenido|contenido|descripcion del expediente',
    search: inWords,
  },
  productor: {
    label: 'Productor',
    kind: text,
    columns: 'productor|area productora|unidad productora|unidad administrativa|area generadora',
    search: inWords,
  },
  fechaInicio: {
    label: 'Fecha de inicio',
    kind: date,
    columns:
      'fecha inicio|fecha de inicio|fecha inicial|fecha apertura|fecha de apertura|fecha extrema inicial',
  },
  fechaCierre: {
    label: 'Fecha de cierre',
    kind: date,
    columns: 'fecha cierre|fecha de cierre|fecha final|fecha termino|fecha de termino|fecha extrema final',
  },
  fojas: {
    label: 'Fojas',
    kind: count,
    columns:
      'fojas|no fojas|no de fojas|num fojas|numero fojas|numero de fojas|total fojas|total de fojas|fojas utiles|total de fojas utiles|hojas|numero de hojas',
  },
  fojaInicial: { label: 'Foja inicial', kind: text, columns: 'foja inicial|foja inicio|folio inicial' },
  fojaFinal: { label: 'Foja final', kind: text, columns: 'foja final|foja fin|folio final' },
  fojasExpediente: { label: 'Fojas del exp.', kind: count, columns: 'fojas del expediente' },
  soporte: { label: 'Soporte', kind: text, columns: 'soporte|soporte documental' },
  tradicion: { label: 'Tradición', kind: text, columns: 'tradicion|tradicion documental|original o copia' },
  acceso: {
    label: 'Acceso',
    kind: text,
    columns:
      'caracter informacion|caracter de la informacion|clasificacion de la informacion|condiciones de acceso|acceso',
  },
  ubicacion: {
    label: 'Ubicación',
    kind: text,
    columns: 'ubicacion|ubicacion topografica|ubicacion fisica|signatura topografica',
    search: inWords,
  },
  observaciones: {
    label: 'Observaciones',
    kind: text,
    columns: 'observaciones|observacion|notas|comentarios',
    search: inWords,
  },
} satisfies { readonly [Name in DescriptionName]-?: Named<ValueOf<Name>> };
