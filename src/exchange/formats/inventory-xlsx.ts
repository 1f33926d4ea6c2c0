import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { InventoryKind, InventoryTotals } from './inventory.ts';
import { COLUMNS, type InventoryRow, mexican } from './inventory-row.ts';

const TITLES: Readonly<Record<InventoryKind, string>> = {
  general: 'Inventario general por expediente',
  'transferencia-primaria': 'Inventario de transferencia primaria',
  'transferencia-secundaria': 'Inventario de transferencia secundaria',
  baja: 'Inventario de baja documental',
};

// Characters of the wider columns; the rest take what their heading needs.
const WIDE: Readonly<Record<string, number>> = {
  titulo: 40,
  descripcion: 40,
  observaciones: 40,
  serie: 30,
  seccion: 30,
};

/**
 * An inventory as XLSX: what it is above, who answers for it below. Codes and dates are text, so that no zero is lost; counts
 * are numbers. The whole sheet is held in memory, about 5 KB a row.
 */
export async function inventoryXlsx(
  rows: AsyncIterable<InventoryRow>,
  inventory: { readonly kind: InventoryKind; readonly day: string; readonly fondo?: string },
  totals: InventoryTotals,
): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const sheet: SheetData = [
    [bold(TITLES[inventory.kind])],
    [bold(inventory.fondo ? `Fondo: ${inventory.fondo}` : 'Todos los fondos')],
    [bold(`Al ${mexican(inventory.day)}`)],
    [],
    COLUMNS.map((column) => bold(column)),
  ];
  for await (const row of rows)
    sheet.push(
      COLUMNS.map((column) => {
        const value = row[column];
        if (value === '') return null;
        return typeof value === 'number' ? { value, type: Number } : { value, type: String };
      }),
    );
  sheet.push([], [closing(totals)], [], ['Elaboró', null, 'Revisó', null, 'Autorizó', null, 'Recibió']);
  sheet.push([], ['______________', null, '______________', null, '______________', null, '______________']);
  const columns = COLUMNS.map((column) => ({ width: WIDE[column] ?? column.length + 2 }));
  return writeXlsxFile(sheet, { sheet: 'Inventario', columns, stickyRowsCount: 5 }).toBuffer();
}

// What only people know when it is printed and weighed is left open.
function closing({ rows, fojas, years, boxes }: InventoryTotals): string {
  const sorted = [...years].sort();
  const span = sorted.length === 0 ? '____' : [...new Set([sorted[0]!, sorted.at(-1)!])].join(' a ');
  return `El presente inventario consta de ____ fojas y ampara la cantidad de ${rows} expedientes de los años ${span} (${fojas} fojas), contenidos en ${boxes.size} cajas, con un peso aproximado de ____ kg.`;
}
