import type { Machine } from './machine.ts';
import type { BenchOptions } from './options.ts';
import { type Accuracy, accuracyTable } from './suites/accuracy.ts';
import { type FieldsResult, fieldsTables } from './suites/fields.ts';
import { type Memory, memoryTable } from './suites/memory.ts';
import { type Orientation, orientationTable } from './suites/orientation.ts';
import { type Scale, scaleTables } from './suites/scale.ts';
import { type Speed, speedTable } from './suites/speed.ts';
import { type Without, withoutTable } from './suites/without.ts';
import type { Table } from './table.ts';
import { targetTable } from './targets.ts';

/** What the JSON file holds. A section that was not asked for is absent. */
export interface Results {
  readonly at: string;
  readonly machine: Machine;
  /** The command line that gave them. */
  readonly options: Omit<BenchOptions, 'json' | 'markdown' | 'corpus' | 'readings'>;
  readonly synthetic?: Accuracy;
  readonly real?: Accuracy;
  readonly without?: Without;
  readonly orientation?: Orientation;
  readonly fields?: FieldsResult;
  readonly speed?: Speed;
  readonly memory?: Memory;
  readonly scale?: Scale;
}

/** Every table that the results are good for; the floors first. */
export function tablesOf(results: Results): Table[] {
  const { synthetic, real, without, orientation, fields, speed, memory, scale } = results;
  return [
    targetTable(results),
    ...(synthetic ? [accuracyTable('Accuracy on synthetic pages, by damage', synthetic.sets)] : []),
    ...(real ? [accuracyTable('Accuracy on real pages, by set', real.sets)] : []),
    ...(without ? [withoutTable(without)] : []),
    ...(orientation ? [orientationTable(orientation)] : []),
    ...(fields ? fieldsTables(fields) : []),
    ...(speed ? [speedTable(speed)] : []),
    ...(memory ? [memoryTable(memory)] : []),
    ...(scale ? scaleTables(scale) : []),
  ];
}
