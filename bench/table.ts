// Tables as people read them: aligned on a terminal, as markdown in docs.

/** Cells are ready to be shown. */
export interface Table {
  readonly title: string;
  /** What a reader must know to judge the figures. */
  readonly note?: string;
  /** How many columns at the left are text (one unless said); the others are figures. */
  readonly labels?: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is shown where nothing was measured. */
export const NONE = '–';

/** `0.0123` → `1.2 %` */
export const percent = (share: number | null, digits = 1): string =>
  share === null ? NONE : `${(share * 100).toFixed(digits)} %`;

/** A figure with its unit. */
export const figure = (value: number | null, digits = 1, unit = ''): string =>
  value === null ? NONE : `${value.toFixed(digits)}${unit && ` ${unit}`}`;

/** Bytes as megabytes of a million bytes. */
export const megabytes = (bytes: number | null): string =>
  figure(bytes === null ? null : bytes / 1e6, 0, 'MB');

/** `2.5` → `2.50 ×` */
export const times = (value: number | null): string => figure(value, 2, '×');

/** Columns aligned with spaces: labels to the left, figures to the right. */
export function asText({ title, note, labels = 1, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, i) => (i < labels ? pad(row, i).padEnd(width) : pad(row, i).padStart(width)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [title, ...(note ? [note] : []), '', line(columns), rule, ...rows.map(line)].join('\n');
}

/** GitHub's table, figures to the right. */
export function asMarkdown({ title, note, labels = 1, columns, rows }: Table): string {
  const line = (row: readonly string[]) =>
    `| ${columns.map((_, i) => pad(row, i).replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| ${columns.map((_, i) => (i < labels ? '---' : '---:')).join(' | ')} |`;
  return [`### ${title}`, '', ...(note ? [note, ''] : []), line(columns), rule, ...rows.map(line)].join('\n');
}

const pad = (row: readonly string[], i: number) => row[i] ?? '';
