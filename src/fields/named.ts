// Fields by name: those of the document and those of its description.
import type { Description } from '../model/document.ts';
import type { Named } from './definition.ts';
import { DESCRIPTIVE } from './descriptive.ts';
import { FIELDS } from './registry.ts';

/** Every name that a record can have, those of the document first. */
export const NAMED: Readonly<Record<string, Named<unknown>>> = { ...FIELDS, ...DESCRIPTIVE };

export const isDescriptive = (name: string): name is keyof Description => Object.hasOwn(DESCRIPTIVE, name);

/** What is known by a name; null for one that no record has. */
export const fieldNamed = (name: string): Named<unknown> | null =>
  Object.hasOwn(NAMED, name) ? NAMED[name]! : null;
