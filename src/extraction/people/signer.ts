import { bottomOf } from '../../model/boxes.ts';
import type { Field, Persona } from '../../model/document.ts';
import { found } from '../text/field.ts';
import { joined, passage } from '../text/flow.ts';
import { joinLines } from '../text/join-lines.ts';
import type { Piece } from '../text/sheet.ts';
import { isRestOfName, nameOf, namePost, postOf } from './persona.ts';
import { looksLikeName, namesPost } from './posts.ts';
import { NAMED_BODY, untitled, untitledFolded } from './signature.ts';
import { startsWithTitle, titleOf } from './titles.ts';

// Name and post stand close together; a signature lies between formula and name.
const TOGETHER = 1.7;

/** Who signs, by the lines of a signature: the name, and the post below or above it. */
export function signer(lines: readonly Piece[], strength: number, rule: string): Field<Persona> | undefined {
  const both = lines.findIndex((line) => namePost(line.text) !== null);
  if (both >= 0) return onOneLine(run(lines.slice(both), lines[both]!), strength, rule);
  let at = lines.findIndex((line) => titleOf(line.text).titulo !== null && !namesPost(untitledFolded(line)));
  if (at < 0) at = lines.findIndex((line) => looksLikeName(untitled(line), untitledFolded(line)));
  const name = lines[at];
  if (!name) {
    const posts = lines.filter((line) => namesPost(line.folded));
    if (posts.length === 0) return undefined;
    const seen = joined(posts.map((line) => passage(line, 0, line.text.length)));
    return found(
      { titulo: null, nombre: null, cargo: postOf(posts.map((p) => p.text)) },
      seen,
      strength - 0.2,
      rule,
    );
  }
  const after = run(lines.slice(at), name).slice(1);
  const before = postsAbove(lines.slice(0, at));
  // In a narrow column the name takes two lines.
  const wraps =
    after[0] !== undefined && isRestOfName(after[0].text) && (after.length > 1 || before.length > 0);
  const names = wraps ? [name, after[0]!] : [name];
  const below = wraps ? after.slice(1) : after;
  const posts = below.some((line) => namesPost(line.folded)) ? below : before;
  const seen = joined([...names, ...posts].map((line) => passage(line, 0, line.text.length)));
  const cargo = postOf(posts.map((line) => line.text));
  const value = { ...nameOf(joinLines(names.map((line) => line.text))), cargo };
  const sure = value.titulo !== null || looksLikeName(untitled(name), name.folded);
  return found(value, seen, strength - (value.cargo === null ? 0.1 : 0) - (sure ? 0 : 0.1), rule);
}

// `P. A. DEL SECRETARIO` says for whom somebody signs.
const FOR_ANOTHER = /^P\.?\s?[AO]\.?\sDEL?\s/;
const GOES_ON = /(?:\b(?:DEL?|LA|LAS|LOS|Y|E|EN|PARA)|,)$/;

/** The lines above a name that say its post, wrapped ones whole. */
function postsAbove(lines: readonly Piece[]): Piece[] {
  const posts = lines.filter(
    (line, i) =>
      namesPost(line.folded) ||
      /^(?:EL|LA|DEL?)\s/.test(line.folded) ||
      GOES_ON.test(lines[i - 1]?.folded ?? '') ||
      (/^"/.test(line.folded) && NAMED_BODY.test(lines[i - 1]?.folded ?? '')),
  );
  const own = posts.filter((line) => !FOR_ANOTHER.test(line.folded));
  return own.length > 0 ? own : posts;
}

/** `LIC. EVA TOVAR.- Directora Jurídica`: the post goes on below. */
function onOneLine(lines: readonly Piece[], strength: number, rule: string): Field<Persona> {
  const [first, ...below] = lines.map((line) => line.text);
  const { name, post } = namePost(first!)!;
  const seen = joined(lines.map((line) => passage(line, 0, line.text.length)));
  return found({ ...nameOf(name), cargo: postOf([post, ...below]) }, seen, strength, rule);
}

/** The lines that follow one another without a blank one between. */
function run(lines: readonly Piece[], first: Piece): Piece[] {
  const together = [first];
  for (const line of lines.slice(1)) {
    const last = together.at(-1)!;
    if (line.box.y - bottomOf(last.box) > TOGETHER * last.box.height || together.length > 3) break;
    if (startsWithTitle(line) && !namesPost(line.folded)) break;
    together.push(line);
  }
  return together;
}
