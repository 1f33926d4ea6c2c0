import type { TypedDocument } from '../support/expected.ts';

/** Letters of the seventies to the nineties: siglas and years in numbers, stamps of receipt. */
export const oficiosLateCentury: readonly TypedDocument[] = [
  {
    name: '1987, the classic letter of the dossier',
    pages: [
      `
R. AYUNTAMIENTO DE GUADALUPE, NUEVO LEÓN
SECRETARÍA DEL R. AYUNTAMIENTO
                    DEPENDENCIA: SECRETARÍA DEL R. AYUNTAMIENTO
                    SECCIÓN: JURÍDICA
                    MESA: SEGUNDA
                    OFICIO NÚM.: SA/123/1987
                    EXPEDIENTE: 14-B/87

ASUNTO: Se remite documentación del predio
        ubicado en la Col. Las Águilas.

Guadalupe, N. L., a 14 de marzo de 1987.

C. LIC. FULANO PÉREZ GARZA
DIRECTOR JURÍDICO DEL MUNICIPIO
P R E S E N T E . -

Por medio del presente me permito remitir a Usted ...

A T E N T A M E N T E
"SUFRAGIO EFECTIVO. NO REELECCIÓN"
EL C. SECRETARIO DEL R. AYUNTAMIENTO

LIC. MENGANO LÓPEZ TREVIÑO

c.c.p. C. Presidente Municipal.- Para su conocimiento.
c.c.p. Archivo.
c.c.p. Minutario.
MLT/jgr*
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'SA|123|1987',
      fechaDocumento: '1987-03-14',
      asunto: 'Se remite documentación del predio ubicado en la Col. Las Águilas.',
      expedienteCitado: '14-B/87',
      dependenciaEmisora: 'SECRETARÍA DEL R. AYUNTAMIENTO',
      lugar: 'Guadalupe, Nuevo León',
      destinatario: {
        titulo: 'LIC.',
        nombre: 'FULANO PÉREZ GARZA',
        cargo: 'DIRECTOR JURÍDICO DEL MUNICIPIO',
      },
      remitente: { titulo: 'LIC.', nombre: 'MENGANO LÓPEZ TREVIÑO', cargo: 'SECRETARIO DEL R. AYUNTAMIENTO' },
    },
  },
  {
    name: '1976, stamp of receipt beside the date, number beside it too',
    pages: [
      `
      H. AYUNTAMIENTO DE SAN LUIS POTOSI            OF. No. 1873/76
      DIRECCION DE OBRAS PUBLICAS                   EXP. 22-C

                                                    ASUNTO: Presupuesto para
     R E C I B I D O                                reparar el puente de la
       17 MAY 1976                                  calle Mier.
     OFICIALIA DE PARTES
                                  San Luis Potosí, S.L.P., a 12 de mayo de 1976

     C. CONTADOR PUBLICO
     ARNULFO DEL TORO BANDA
     TESORERO MUNICIPAL.
     P r e s e n t e .

          Anexo al presente remito a usted el presupuesto por la cantidad
     de $ 48,320.00 para la reparación del puente citado, de acuerdo con la
     orden verbal que recibí el 5 de mayo de 1976.

                             A T E N T A M E N T E
                          EL DIRECTOR DE OBRAS PUBLICAS

                          ING. SABAS MIRELES COVARRUBIAS
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '1873|76',
      fechaDocumento: '1976-05-12',
      asunto: 'Presupuesto para reparar el puente de la calle Mier.',
      expedienteCitado: '22-C',
      dependenciaEmisora: 'DIRECCION DE OBRAS PUBLICAS',
      lugar: 'San Luis Potosí, San Luis Potosí',
      destinatario: {
        titulo: 'CONTADOR PUBLICO',
        nombre: 'ARNULFO DEL TORO BANDA',
        cargo: 'TESORERO MUNICIPAL',
      },
      remitente: { titulo: 'ING.', nombre: 'SABAS MIRELES COVARRUBIAS', cargo: 'DIRECTOR DE OBRAS PUBLICAS' },
    },
  },
  {
    name: '1983, federal letterhead, number above everything, two lines of cargo',
    pages: [
      `
  SECRETARIA DE AGRICULTURA Y RECURSOS HIDRAULICOS
  REPRESENTACION EN EL ESTADO DE DURANGO
                                             SUBDELEGACION DE INFRAESTRUCTURA
                                             OFICIO No. 05.03.-1147

                                             ASUNTO: Se autoriza perforación
                                                     de un pozo profundo.

  Durango, Dgo., 25 de octubre de 1983.

  C. PROFR. TELESFORO NAVA ARELLANO
  PRESIDENTE MUNICIPAL DE
  NOMBRE DE DIOS, DGO.
  P R E S E N T E

  En atención a su escrito de fecha 3 de los corrientes, me permito
  informar a usted que ha sido autorizada la perforación solicitada.

  A T E N T A M E N T E.
  SUFRAGIO EFECTIVO. NO REELECCION.
  EL SUBDELEGADO

  ING. OCTAVIO BURCIAGA SOSA

  c.c.p.- El C. Delegado Estatal.- Para su conocimiento.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '5|3|1147',
      fechaDocumento: '1983-10-25',
      asunto: 'Se autoriza perforación de un pozo profundo.',
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARIA DE AGRICULTURA Y RECURSOS HIDRAULICOS',
      lugar: 'Durango, Durango',
      destinatario: {
        titulo: 'PROFR.',
        nombre: 'TELESFORO NAVA ARELLANO',
        cargo: 'PRESIDENTE MUNICIPAL DE NOMBRE DE DIOS, DGO.',
      },
      remitente: { titulo: 'ING.', nombre: 'OCTAVIO BURCIAGA SOSA', cargo: 'SUBDELEGADO' },
    },
  },
  {
    name: '1994, year with a comma, name before post, copy to several',
    pages: [
      `
                     REPUBLICANO AYUNTAMIENTO DE APODACA
                        CONTRALORIA MUNICIPAL
                "1994, AÑO DEL BICENTENARIO DE LA VILLA"

                                              OFICIO: CM/0087/94

                     Apodaca, Nuevo León, a 1o. de septiembre de 1,994.

 ARQ. BERTHA NELLY SALDAÑA
 DIRECTORA DE DESARROLLO URBANO Y ECOLOGIA
 PRESENTE.-

 Asunto: Revisión de expedientes de obra.

 Con relación al programa de auditorías que esta Contraloría tiene a su
 cargo, le informo que a partir del 5 de septiembre de 1994 dará inicio la
 revisión de los expedientes de obra pública de los años 1992 y 1993.

 Sin otro particular, quedo de usted.

 Atentamente,

 C.P. LORENZO VILLASEÑOR IPIÑA
 CONTRALOR MUNICIPAL

 C.c.p. Lic. Raúl Cienfuegos, Presidente Municipal
 LVI'gtz
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'CM|87|94',
      fechaDocumento: '1994-09-01',
      asunto: 'Revisión de expedientes de obra.',
      expedienteCitado: null,
      dependenciaEmisora: 'CONTRALORIA MUNICIPAL',
      lugar: 'Apodaca, Nuevo León',
      destinatario: {
        titulo: 'ARQ.',
        nombre: 'BERTHA NELLY SALDAÑA',
        cargo: 'DIRECTORA DE DESARROLLO URBANO Y ECOLOGIA',
      },
      remitente: { titulo: 'C.P.', nombre: 'LORENZO VILLASEÑOR IPIÑA', cargo: 'CONTRALOR MUNICIPAL' },
    },
  },
  {
    name: '1989, number and date of another oficio in every paragraph; own number last in the header',
    pages: [
      `
  Gobierno Municipal
  Tampico, Tamaulipas
  Sindicatura
                                                     Sección: Segunda
                                                     Número:  SIN-045-89
                                                     Expediente: 6/89-II

  Tampico, Tam., a veintidós de noviembre de mil novecientos ochenta y nueve.

  LIC. GRISELDA MONTALVO ABREGO
  JUEZ SEGUNDO DE LO CIVIL
  CIUDAD

  En cumplimiento a su oficio número 3312/89 de fecha 14 de noviembre de
  1989, deducido del expediente 541/88, y en alcance al diverso oficio
  SIN-039-89 del 17 de noviembre de 1989, remito a usted copia certificada
  del título municipal que solicita.

  Protesto a usted mi consideración.

                              Atentamente
                          La Síndico Segundo

                      Lic. Ofelia Barragán Zertuche
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'SIN|45|89',
      fechaDocumento: '1989-11-22',
      asunto: null,
      expedienteCitado: '6/89-II',
      dependenciaEmisora: 'Sindicatura',
      lugar: 'Tampico, Tamaulipas',
      destinatario: { titulo: 'LIC.', nombre: 'GRISELDA MONTALVO ABREGO', cargo: 'JUEZ SEGUNDO DE LO CIVIL' },
      remitente: { titulo: 'Lic.', nombre: 'Ofelia Barragán Zertuche', cargo: 'Síndico Segundo' },
    },
  },
];
