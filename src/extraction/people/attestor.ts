import type { Field, Persona } from '../../model/document.ts';
import { found, unknown } from '../text/field.ts';
import { joined, passage } from '../text/flow.ts';
import { asLetters } from '../text/fold.ts';
import { joinLines } from '../text/join-lines.ts';
import { isNear } from '../text/near.ts';
import { pieceAbove, pieceBelow } from '../text/neighbours.ts';
import type { Reading } from '../text/reading.ts';
import type { Piece, Sheet } from '../text/sheet.ts';
import { withoutSpecks } from '../text/worn-words.ts';
import { nameOf, postOf } from './persona.ts';
import { hasNameCase, namesPost } from './posts.ts';
import { isFullName, isName } from './signature.ts';
import { startsWithTitle } from './titles.ts';

/** All who met sign an acta; the secretary of the council answers for it. */
export function attestor({ ending }: Reading): Field<Persona> {
  for (const sheet of ending.toReversed()) {
    const post = sheet.pieces.findLast(namesSecretary);
    const names = post ? nameBeside(sheet, post) : [];
    if (!post || names.length === 0) continue;
    const next = pieceBelow(sheet, post, 1);
    const wraps = next && (WRAPPED_POST.test(post.folded) || REST_OF_POST.test(next.folded));
    const posts = wraps ? [post, next] : [post];
    const seen = joined([...names, ...posts].map((line) => passage(line, 0, line.text.length)));
    const name = nameOf(joinLines(names.map((line) => line.text)));
    const cargo = postOf(posts.map((line) => line.text));
    return found({ ...name, cargo }, seen, 0.93, 'remitente.secretario');
  }
  return unknown('several-signers', 'remitente.secretario');
}

const OPENS = /^(?:(?:E[L1I]|LA)\s)?(?:C\.\s)?([A-ZÑ0-9"'*~^]{9,12})(?![A-ZÑ0-9])/;

/** Whether a line begins with the secretary's post; one wrong letter is forgiven. */
function namesSecretary({ folded }: Piece): boolean {
  const word = asLetters(withoutSpecks(OPENS.exec(folded)?.[1] ?? ''));
  return isNear(word, 'SECRETARIO') || isNear(word, 'SECRETARIA');
}

// `SECRETARIO DEL R.` over `AYUNTAMIENTO`; the honour of a council is a letter or two, however it was read.
const WRAPPED_POST = /\b(?:DEL?|LA|LOS|Y|[A-ZÑ]{1,2}\.{0,2})\s{0,2}$/;
const REST_OF_POST = /^(?:(?:DEL?\s)?(?:[A-ZÑ]{1,2}\.\s?)?A[YV]UNTAM|MUNICIPAL\b|DE\sCABILDO\b)/;

/** The name right above a post, on one line or two, else the one right below it; the other way round where posts head the signatures. */
function nameBeside(sheet: Sheet, post: Piece): Piece[] {
  const under = isHeadedByPosts(sheet, post) ? pieceBelow(sheet, post, SIGNATURE) : undefined;
  if (under && isFullName(under)) return [under];
  const above = pieceAbove(sheet, post, 1.7);
  if (above && startsWithTitle(above) && isFullName(above)) return [above];
  const first = above && pieceAbove(sheet, above, 1.3);
  const named = first && !namesPost(first.folded) && (startsWithTitle(first) || isFullName(first));
  if (above && named && !namesPost(above.folded)) return [first, above];
  const below = pieceBelow(sheet, post, SIGNATURE);
  return [above, below].filter((piece) => piece !== undefined && isFullName(piece)).slice(0, 1) as Piece[];
}

// Room for ink between a post and the name that signs, in heights of type.
const SIGNATURE = 6;
const MOST_SIGNATURES = 8;

/** Whether the stack of posts and names above a post begins with another post. */
function isHeadedByPosts(sheet: Sheet, post: Piece): boolean {
  let [top, isPost] = [post, true];
  for (let climbed = 0; climbed < MOST_SIGNATURES; climbed++) {
    const above = pieceAbove(sheet, top, SIGNATURE);
    const next = above && (namesPost(above.folded) ? hasNameCase(above.text) : isName(above));
    if (!above || !next) break;
    [top, isPost] = [above, namesPost(above.folded)];
  }
  return isPost && top !== post;
}
