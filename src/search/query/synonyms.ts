import { fold, foldEnye } from '../words/fold.ts';

// Words that mean the same wherever they stand in these papers, from domain research: names and addresses as clerks shorten them,
// offices, and what officials ask under another name. Left out: titles (`lic` is on every page) and what means two things (`frac`).
const GROUPS = `
  francisco fco | guadalupe gpe | hernández hdez hdz | gonzález glz gzz gzlz | martínez mtz | rodríguez rdz rgz | fernández fdz
  treviño tvo | garza gza | viuda vda | colonia col | fraccionamiento fracc fraccto | avenida av avda | bulevar boulevard blvd
  calzada calz | prolongación prol | privada priv | oriente ote | poniente pte | norte nte | manzana mza manz | lote lt lte
  superficie sup | expediente exp expte | número núm | artículo art | departamento depto dpto | secretaría sría | secretario srio
  tesorería tes | municipal mpal | estado edo | panteón cementerio | mercado tianguis | desincorporación enajenación`;

const OTHERS = new Map<string, readonly string[]>(
  GROUPS.split(/[|\n]/)
    .map((group) => fold(group).trim().split(/\s+/))
    .flatMap((group) =>
      group.map((word) => [foldEnye(word), group.filter((other) => other !== word)] as const),
    ),
);

/** What else the same thing is called or how it is shortened; accents and ñ aside. */
export const synonymsOf = (term: string): readonly string[] => OTHERS.get(foldEnye(term)) ?? [];
