// Folder templates: what the path of a file says of its place in the archive, as the archivist laid the folders out.

import { DESCRIPTIVE } from '../fields/descriptive.ts';
import { parseValue } from '../fields/kinds/kind.ts';
import { isDescriptive } from '../fields/named.ts';
import type { Description, Field } from '../model/document.ts';
import { UsageError } from '../model/errors.ts';
import { type FaultCode, faultText } from '../model/faults.ts';

/** A compiled template; `text` as it was given. */
export interface Template {
  readonly text: string;
  readonly pattern: RegExp;
  /** Names whose leading zeros are no part of the value. */
  readonly numbers: ReadonlySet<string>;
}

/** What a path says: values of the description, and which face of which sheet the file is. */
export interface PathFacts {
  readonly description: Description;
  /** `imagen` or `foja`, and `cara`; null where the template does not name them. */
  readonly leaf: string | null;
  readonly face: string | null;
}

// Of a file rather than of its document; `_` is anything.
const FILE_NAMES = ['imagen', 'foja', 'cara', 'ext', '_'];

const PLAIN: Readonly<Record<string, string>> = { ext: '[a-z0-9]{1,8}', _: '[^/]*?' };
const FREE = '[^/]+?';
const TYPES: Readonly<Record<string, string>> = { int: '\\d+', anio: '(?:1[5-9]|20)\\d\\d' };
// A class of characters with or without a quantifier, or words to choose from.
const OWN = /^(?:\[\^?[^[\]/\\]+\][?*+]?|[\p{L}\p{N}_-]+(?:\|[\p{L}\p{N}_-]+)+)$/u;

/**
 * Compiles a template such as `{fondo}/{seccion}/{serie}/EXP-{expediente:int}/{imagen:int}{cara:[rv]?}.{ext}`: the path
 * below the folder that is ingested, from its first folder to the file. `{name}` is any text, `{name:int}` digits,
 * `{name:anio}` a year, `{name:[rv]?}` characters of a set, `{name:acta|oficio}` one of these words, `{_}` whatever is there.
 * Capitals do not matter. UsageError says what is wrong with it.
 */
export function parseTemplate(text: string): Template {
  const numbers = new Set<string>();
  const seen = new Set<string>();
  let isFree = false;
  const parts = text
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^\/+/, '')
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '');
  const pattern = parts.map((part) => {
    const inside = /^\{(.*)\}$/.exec(part)?.[1];
    if (inside === undefined) {
      if (/[{}]/.test(part)) throw bad(text, 'brace-alone', part);
      isFree = false;
      return RegExp.escape(part);
    }
    const [, name = '', type] = /^([^:]*)(?::(.*))?$/s.exec(inside) ?? [];
    check(text, name, seen);
    const body = bodyOf(text, name, type);
    if (type === 'int') numbers.add(name);
    if (isFree && body.startsWith('[^/]')) throw bad(text, 'nothing-between', `{${name}}`);
    isFree = body.startsWith('[^/]');
    return name === '_' ? `(?:${body})` : `(?<${name}>${body})`;
  });
  if (seen.size === 0) throw bad(text, 'names-nothing');
  return { text, pattern: new RegExp(`^${pattern.join('')}$`, 'iu'), numbers };
}

function check(text: string, name: string, seen: Set<string>): void {
  if (name === '_') return;
  if (!FILE_NAMES.includes(name) && !(isDescriptive(name) && DESCRIPTIVE[name].kind.name !== 'count'))
    throw bad(
      text,
      'no-such-name',
      `{${name}} → fondo, seccion, serie, subserie, expediente, legajo, caja, lote, titulo, imagen, foja, cara, ext, _`,
    );
  if (seen.has(name)) throw bad(text, 'named-twice', `{${name}}`);
  seen.add(name);
}

function bodyOf(text: string, name: string, type: string | undefined): string {
  if (type === undefined) return PLAIN[name] ?? FREE;
  const body = TYPES[type];
  if (body) return body;
  if (!OWN.test(type)) throw bad(text, 'no-such-type', `{${name}:${type}}`);
  return type;
}

function bad(text: string, code: FaultCode, about?: string): UsageError {
  const fault = { code, ...(about !== undefined && { about }) };
  return new UsageError('bad-template', `The template "${text}" cannot be used: ${faultText(fault)}.`, {
    about: text,
    faults: [fault],
  });
}

/** What a path below the ingested folder says; null when it is not laid out like the template. */
export function matchTemplate(template: Template, path: string): PathFacts | null {
  const groups = template.pattern.exec(path.normalize('NFC'))?.groups;
  if (!groups) return null;
  const description: Record<string, Field<unknown>> = {};
  for (const [name, written] of Object.entries(groups)) {
    if (!isDescriptive(name) || written === undefined) continue;
    const text = template.numbers.has(name) ? written.replace(/^0+(?=\d)/, '') : written;
    const parsed = parseValue<string | number>(DESCRIPTIVE[name].kind, text);
    if ('problem' in parsed) return null;
    description[name] = byPath(parsed.value, written);
  }
  return { description, leaf: groups['foja'] ?? groups['imagen'] ?? null, face: groups['cara'] ?? null };
}

/** A value that a path states, in its own words. */
export const byPath = <T>(value: T, raw: string): Field<T> => ({
  value,
  raw,
  confidence: 1,
  evidence: [],
  from: 'rule',
  rule: 'template',
  version: 1,
});
