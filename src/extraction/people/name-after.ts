import type { Field } from '../../model/document.ts';
import { found } from '../text/field.ts';
import { type Flow, passage } from '../text/flow.ts';
import { fold } from '../text/fold.ts';
import { joinLines } from '../text/join-lines.ts';
import { isParticle, looksLikeName } from './posts.ts';
import { titleOf } from './titles.ts';

const MOST_WORDS = 8;
// In a text all in capitals only the verb ends the name.
const VERB =
  /^(?:ES|HA|NO|TIENE|RESIDE|VIVE|LABORA|PRESTA|PRESTO|CUENTA|FUE|QUIEN|CON|MAYOR|VECIN[OA]|ORIGINARI[OA])\W*$/;

/** The first name of a person that follows a phrase; undefined where none does. */
export function nameAfter(flow: Flow, phrase: RegExp, rule: string): Field<string> | undefined {
  for (const match of flow.folded.matchAll(phrase)) {
    const start = match.index + match[0].length;
    const end = nameEnd(flow, start);
    const seen = passage(flow, start, end);
    const name = joinLines(seen.raw.split('\n')).replace(/[\s,;:]+$/, '');
    const bare = name.slice(titleOf(name).rest);
    if (looksLikeName(bare, fold(bare))) return found(bare, seen, 0.93, rule);
  }
  return undefined;
}

function nameEnd(flow: Flow, start: number): number {
  let end = start;
  for (const word of flow.text.slice(start, start + 120).matchAll(/\S+/g)) {
    const isName = /^\p{Lu}/u.test(word[0]) || isParticle(word[0]);
    if (!isName || VERB.test(flow.folded.slice(start + word.index, start + word.index + word[0].length)))
      break;
    end = start + word.index + word[0].length;
    if (/[,;:]$/.test(word[0]) || flow.text.slice(start, end).split(/\s+/).length > MOST_WORDS) break;
  }
  return end;
}
