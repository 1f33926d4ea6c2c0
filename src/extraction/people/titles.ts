import type { Flow } from '../text/flow.ts';
import { asLetters, fold } from '../text/fold.ts';
import { isNear } from '../text/near.ts';
import { looksLikeName } from './posts.ts';

// Degrees and forms of address (dossier §1.3), folded; L1C and LLC are LIC misread.
const SHORT =
  'L[I1L|]C|[I1L|]NG|ARQ|PROFRA|PROFR|PROFA|PROF|DRA|DR|MTRO|MTRA|LAE|B[I1]OL|TTE|CAP|GRAL|CMTE|COR|SR[I1]TA|SRA|SR|PBRO|PSIC|ENF|TEC|QFB|MVZ|ANTROP|C\\.?\\s?P|L[.E]{0,2}\\s?A[.,]\\s?E|L\\.\\s?C\\.\\s?P|M\\.\\s?V\\.\\s?Z|Q\\.\\s?F\\.\\s?B|M\\.\\s?[AC]';
// The dot is the first that a worn ribbon loses.
const UNDOTTED = 'LIC|ING|ARQ|PROFR?A?|DRA?|MTR[OA]|TTE|BIOL|C\\.P|L\\.A\\.E|M\\.V\\.Z|Q\\.F\\.B';
// `CAP. 2/o. RET.`, `GRAL. DE BRIG.`
const RANK = '(?:\\d\\s?/?[OA]?º?\\.\\s?)?(?:RET\\.\\s|DE\\s(?:INF|CAB|BRIG|DIV)\\.\\s){0,2}';
const LONG =
  'LICENCIAD[OA]|INGENIER[OA]|ARQUITECT[OA]|PROFESORA?|DOCTORA?|MAESTR[OA]|CORONEL|TENIENTE|GENERAL|DON|DOÑA|SEÑORA?|SEÑORITA|CONTADORA? PUBLIC[OA]';
// "C." (ciudadano) is an address, not a degree: it is read over.
// P.A. (por ausencia) says for whom somebody signs.
const CITIZEN =
  '(?:P[.,]\\s?[AO][.,]\\s{0,2})?(?:(?:AL|A|EL|LA|LOS|LAS)\\s)?(?:(?:[CG]{1,2}|C[EO])[.,:](?!\\s?P[.,])\\s?)?';
const START = new RegExp(
  `^[^A-ZÑ]{0,3}(${CITIZEN})((?:(?:(?:${SHORT})[.,:;]-?\\s{0,2}(?:${RANK})?|(?:${UNDOTTED})\\s{1,2}|(?:${LONG})(?:\\s|$))){0,3})`,
);

// Titles long enough that one wrong letter leaves no doubt.
const DOTTED = 'LIC ING ARQ PROFRA PROFR PROFA PROF MTRO MTRA BIOL GRAL CMTE PBRO PSIC ENF TEC'.split(' ');
// Short forms of forenames that differ from a title by one letter.
const FORENAME = /^(?:TEO|LUC|ANG)$/;
const MISREAD = new RegExp(`^[^A-ZÑ]{0,3}${CITIZEN}([A-ZÑ0-9|!]{3,6}|(?:[A-ZÑ][.,]){2}[A-ZÑ])[.,:;]\\s{1,2}`);
// Degrees of three initials, of which one may be wrong: `H.V.Z.`.
const INITIALS = /^(?:[A-ZÑ][.,]){2}[A-ZÑ]$/;

/** Where a title stands that a worn ribbon spoiled, if a name follows: `ARO. EVA TOVAR`, `RIOL, EVA TOVAR`. */
function misreadTitle(text: string, folded: string): { start: number; rest: number } | null {
  const match = MISREAD.exec(folded);
  if (!match) return null;
  const [start, rest] = [match[0].lastIndexOf(match[1]!), match[0].length];
  const letters = asLetters(match[1]!);
  const isTitle = INITIALS.test(match[1]!) || DOTTED.some((title) => isNear(title, letters));
  if (FORENAME.test(letters) || !isTitle) return null;
  // A post may follow on the line: `CLIC, EVA TOVAR, DIRECTORA`.
  const name = text.slice(rest).split(/,|\.\s?-/, 1)[0]!;
  return looksLikeName(name, fold(name)) ? { start, rest } : null;
}

/** Where a title can stand, with the dots that were read as e between two capitals: `MeV.Z.`. */
const headOf = (text: string): string =>
  text.slice(0, 80).replace(/(?<=^\P{L}{0,3}\p{Lu}|[.\s]\p{Lu})e(?=\p{Lu})/gu, '.');

/** The title that a name begins with, as read, and where the name itself begins. */
export function titleOf(text: string): { titulo: string | null; rest: number } {
  const head = headOf(text);
  const folded = fold(head);
  const match = START.exec(folded);
  if (!match) return { titulo: null, rest: 0 };
  const known = { start: match[0].length - match[2]!.length, rest: match[0].length };
  const { start, rest } = (match[2] === '' && misreadTitle(head, folded)) || known;
  const titulo = text.slice(start, rest).replaceAll(',', '.').trim();
  return { titulo: titulo === '' ? null : titulo, rest };
}

/** Whether a line begins as an address does: `C. LIC.`, `Ing.`, `AL C.`. */
export function startsWithTitle(line: Flow): boolean {
  const match = START.exec(fold(headOf(line.text)));
  return match !== null && (/[CG][.,:]/.test(match[1]!) || titleOf(line.text).titulo !== null);
}
