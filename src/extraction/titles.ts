import type { Flow } from './flow.ts';
import { fold } from './fold.ts';

// Degrees and forms of address (dossier §1.3), folded; L1C and LLC are LIC misread.
const SHORT =
  'L[I1L|]C|[I1L|]NG|ARQ|PROFRA|PROFR|PROFA|PROF|DRA|DR|MTRO|MTRA|LAE|B[I1]OL|TTE|CAP|GRAL|CMTE|COR|SR[I1]TA|SRA|SR|PBRO|PSIC|ENF|TEC|QFB|MVZ|ANTROP|C\\.\\s?P|L[.E]{0,2}\\s?A[.,]\\s?E|L\\.\\s?C\\.\\s?P|M\\.\\s?V\\.\\s?Z|Q\\.\\s?F\\.\\s?B|M\\.\\s?[AC]';
// The dot is the first that a worn ribbon loses.
const UNDOTTED = 'LIC|ING|ARQ|PROFR?A?|DRA?|MTR[OA]';
const LONG =
  'LICENCIAD[OA]|INGENIER[OA]|ARQUITECT[OA]|PROFESORA?|DOCTORA?|MAESTR[OA]|CORONEL|TENIENTE|GENERAL|DON|DOÑA|SEÑORA?|SEÑORITA|CONTADORA? PUBLIC[OA]';
// "C." (ciudadano) is an address, not a degree: it is read over.
// P.A. (por ausencia) says for whom somebody signs.
const CITIZEN =
  '(?:P[.,]\\s?[AO][.,]\\s{0,2})?(?:(?:AL|A|EL|LA|LOS|LAS)\\s)?(?:(?:[CG]{1,2}|C[EO])[.,](?!\\s?P[.,])\\s?)?';
const START = new RegExp(
  `^[^A-ZÑ]{0,3}(${CITIZEN})((?:(?:(?:${SHORT})[.,:;]\\s{0,2}|(?:${UNDOTTED})\\s{1,2}|(?:${LONG})(?:\\s|$))){0,3})`,
);

/** The title that a name begins with, as read, and where the name itself begins. */
export function titleOf(text: string): { titulo: string | null; rest: number } {
  const match = START.exec(fold(text.slice(0, 80)));
  if (!match) return { titulo: null, rest: 0 };
  const rest = match[0].length;
  const titulo = text
    .slice(rest - match[2]!.length, rest)
    .replaceAll(',', '.')
    .trim();
  return { titulo: titulo === '' ? null : titulo, rest };
}

/** Whether a line begins as an address does: `C. LIC.`, `Ing.`, `AL C.`. */
export function startsWithTitle(line: Flow): boolean {
  const match = START.exec(line.folded.slice(0, 80));
  return match !== null && (match[2] !== '' || /[CG][.,]/.test(match[1]!));
}
