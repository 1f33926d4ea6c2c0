import type { Description, Field } from '../model/document.ts';
import type { Mismatch } from '../model/mismatch.ts';
import { fieldsOf } from './override.ts';
import { byPath, matchTemplate, type PathFacts, type Template } from './template.ts';

/** What the paths of a document's files say together. Files that do not fit the template say nothing, and are listed. */
export function describeByPath(
  template: Template,
  files: readonly { readonly path: string }[],
): { description: Description; mismatches: Mismatch[] } {
  const mismatches: Mismatch[] = [];
  const facts: PathFacts[] = [];
  for (const { path } of files) {
    // Below the folder that was handed over, whose own name comes first.
    const found = matchTemplate(template, path.slice(path.indexOf('/') + 1));
    if (found) facts.push(found);
    else mismatches.push({ code: 'template-unmatched', path });
  }
  const description: Record<string, Field<unknown>> = {};
  for (const [name, field] of fieldsOf(facts[0]?.description)) {
    const values = new Set(facts.map((it) => it.description[name as keyof Description]?.value));
    if (values.size === 1) description[name] = field;
    else mismatches.push({ code: 'template-disagrees', path: files[0]!.path, detail: name });
  }
  const fojas = mismatches.length === 0 ? leavesOf(facts) : null;
  if (fojas !== null) description['fojas'] = byPath(fojas, `${facts.length} files`);
  return { description, mismatches };
}

// Only where the names tell recto from vuelta is a number that of a sheet.
function leavesOf(facts: readonly PathFacts[]): number | null {
  if (!facts.some(({ face }) => face !== null && face !== '')) return null;
  if (facts.some(({ leaf }) => leaf === null)) return null;
  return new Set(facts.map(({ leaf }) => leaf!.replace(/^0+(?=.)/, ''))).size;
}
