// A line of an inventory, in the columns that archivists expect (dossier §2.5).

import type { Standing } from '../../description/classification/retention.ts';
import { type Branch, type Place, placeIn } from '../../description/classification/tree.ts';
import type { Expediente } from '../../description/expedientes.ts';

export const COLUMNS = [
  'no_consecutivo',
  'no_caja',
  'no_expediente',
  'legajos',
  'clave_clasificacion',
  'fondo',
  'seccion',
  'serie',
  'subserie',
  'titulo',
  'descripcion',
  'fecha_inicio',
  'fecha_cierre',
  'fojas',
  'valor_documental',
  'vigencia_at',
  'vigencia_ac',
  'vigencia_total',
  'destino_final',
  'caracter_informacion',
  'fundamento_clasificacion',
  'soporte',
  'tradicion',
  'ubicacion_topografica',
  'observaciones',
  'uuid',
  'sha256_paquete',
  'imagenes',
  'url',
] as const;

/** Text or count by column; empty where nothing is known. */
export type InventoryRow = Readonly<Record<(typeof COLUMNS)[number], string | number>>;

/** An expediente with its place in the tree, if it has one. */
export interface Placed {
  readonly expediente: Expediente;
  readonly place: Place | null;
}

/** Finds the place of an expediente in the tree as it was when it was closed, or when its last document was written. */
export function placed(expediente: Expediente, tree: readonly Branch[]): Placed {
  const { texts, lastDate } = expediente;
  const { fondo, seccion, serie, subserie, fechaCierre } = texts;
  const named = {
    ...(fondo !== undefined && { fondo }),
    ...(seccion !== undefined && { seccion }),
    ...(serie !== undefined && { serie }),
    ...(subserie !== undefined && { subserie }),
  };
  return { expediente, place: placeIn(tree, named, fechaCierre ?? lastDate) };
}

const DESTINO = { baja: 'Baja', conservacion: 'Conservación permanente', muestreo: 'Muestreo' } as const;

/** The row; `standing` is where its life stands on the day of the inventory. */
export function inventoryRow(
  { expediente, place }: Placed,
  standing: Standing,
  number: number,
): InventoryRow {
  const { texts, firstDate, pages, fojas, only } = expediente;
  const retention = place?.retention;
  const years = [retention?.tramite ?? null, retention?.concentracion ?? null];
  const total = years.every((one) => one !== null) ? years[0]! + years[1]! : '';
  const level = (name: 'fondo' | 'seccion' | 'serie' | 'subserie') => {
    const branch = place?.branches[name];
    return branch ? `${branch.clave} ${branch.nombre}` : (texts[name] ?? '');
  };
  return {
    no_consecutivo: number,
    no_caja: texts.caja ?? '',
    no_expediente: texts.expediente ?? '',
    legajos: texts.legajo ?? '',
    clave_clasificacion: texts.clave ?? place?.lowest.clave ?? '',
    fondo: level('fondo'),
    seccion: level('seccion'),
    serie: level('serie'),
    subserie: level('subserie'),
    titulo: texts.titulo ?? '',
    descripcion: texts.contenido ?? '',
    fecha_inicio: mexican(texts.fechaInicio ?? firstDate),
    fecha_cierre: mexican(texts.fechaCierre ?? null),
    fojas: fojas ?? '',
    valor_documental: retention?.valor ?? '',
    vigencia_at: years[0] ?? '',
    vigencia_ac: years[1] ?? '',
    vigencia_total: total,
    destino_final: retention?.destino ? DESTINO[retention.destino] : '',
    caracter_informacion: texts.acceso ?? retention?.acceso ?? '',
    fundamento_clasificacion: retention?.fundamento ?? '',
    soporte: texts.soporte ?? '',
    tradicion: texts.tradicion ?? '',
    ubicacion_topografica: texts.ubicacion ?? '',
    observaciones: remarks(expediente, standing),
    uuid: only ?? '',
    sha256_paquete: '',
    imagenes: pages,
    url: '',
  };
}

function remarks({ texts, differs, documents, lastDate }: Expediente, standing: Standing): string {
  return [
    texts.observaciones,
    texts.expediente === undefined
      ? 'Documento sin expediente.'
      : documents > 1
        ? `${documents} documentos.`
        : '',
    texts.fechaCierre === undefined && lastDate !== null ? `Último documento: ${mexican(lastDate)}.` : '',
    differs.length > 0 ? `Los documentos no coinciden en: ${differs.join(', ')}.` : '',
    standing.at === 'concentracion' ? `Trámite concluido el ${mexican(standing.since)}.` : '',
    standing.at === 'concluida' ? `Vigencia concluida el ${mexican(standing.since)}.` : '',
    standing.at === 'concluida' && standing.destino === 'muestreo'
      ? 'Seleccionar la muestra antes de resolver.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** `1987-03-14` → `14/03/1987`; a month or a year likewise; nothing for null. */
export const mexican = (date: string | null): string => (date ?? '').split('-').reverse().join('/');
