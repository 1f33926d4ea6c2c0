import type { TypedDocument } from '../support/expected.ts';

/** What a municipality grants, attests and charges for. */
export const permitsAndProofs: readonly TypedDocument[] = [
  {
    name: 'licencia de construcción of 2003',
    pages: [
      `
                  MUNICIPIO DE SAN PEDRO GARZA GARCÍA, N.L.
             SECRETARÍA DE DESARROLLO URBANO Y ECOLOGÍA

                     LICENCIA DE CONSTRUCCIÓN

  LICENCIA NÚM.: LC-0456/2003
  EXPEDIENTE CATASTRAL: 11-045-017
  TITULAR: Próspero Guzmán Quiroga
  UBICACIÓN: Calle Río Colorado No. 118, Col. Del Valle
  SUPERFICIE: 412.50 m2
  VIGENCIA: del 12 de mayo de 2003 al 12 de mayo de 2004

  Con fundamento en el Reglamento de Construcciones se concede la presente
  licencia para edificar casa habitación en dos plantas.

          San Pedro Garza García, N.L., a 12 de mayo de 2003

                          ATENTAMENTE
                   ARQ. ELVIRA MONROY BECERRA
            SECRETARIA DE DESARROLLO URBANO Y ECOLOGÍA
`,
    ],
    fields: {
      tipoDocumental: 'LICENCIA',
      numeroOficio: 'LC|456|2003',
      fechaDocumento: '2003-05-12',
      asunto: null,
      expedienteCitado: '11-045-017',
      dependenciaEmisora: 'SECRETARÍA DE DESARROLLO URBANO Y ECOLOGÍA',
      lugar: 'San Pedro Garza García, Nuevo León',
      destinatario: null,
      remitente: {
        titulo: 'ARQ.',
        nombre: 'ELVIRA MONROY BECERRA',
        cargo: 'SECRETARIA DE DESARROLLO URBANO Y ECOLOGÍA',
      },
    },
  },
  {
    name: 'permiso of 1969 for a dance',
    pages: [
      `
   PRESIDENCIA MUNICIPAL
   ALAMOS, SONORA
                              PERMISO No. 38

   El C. Presidente Municipal que suscribe concede permiso al C. Librado
   Gastélum Yocupicio para efectuar un baile público en su domicilio el día
   24 de junio de 1969, de las 20 a las 2 horas.

                     Alamos, Son., a 18 de junio de 1969

                     Sufragio Efectivo. No Reelección
                       El Presidente Municipal

                       Prof. Crisanto Bojórquez
`,
    ],
    fields: {
      tipoDocumental: 'PERMISO',
      numeroOficio: '38',
      fechaDocumento: '1969-06-18',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'PRESIDENCIA MUNICIPAL',
      lugar: 'Alamos, Sonora',
      destinatario: null,
      remitente: { titulo: 'Prof.', nombre: 'Crisanto Bojórquez', cargo: 'Presidente Municipal' },
    },
  },
  {
    name: 'constancia de residencia of 1998, long date only',
    pages: [
      `
                R. AYUNTAMIENTO DE ALLENDE, NUEVO LEÓN
                   SECRETARÍA DEL AYUNTAMIENTO

   EL QUE SUSCRIBE, LIC. HERMENEGILDO SALDÍVAR TAPIA, SECRETARIO DEL
   R. AYUNTAMIENTO DE ALLENDE, NUEVO LEÓN,

                    H A C E   C O N S T A R

   Que la C. Petronila Marroquín Aguayo, nacida el 4 de febrero de 1941, es
   vecina de esta municipalidad desde el año de 1962.

   A petición de la interesada se extiende la presente constancia, en la
   Ciudad de Allende, Nuevo León, a los treinta días del mes de marzo de
   mil novecientos noventa y ocho.

                        A T E N T A M E N T E

                  LIC. HERMENEGILDO SALDÍVAR TAPIA
                  SECRETARIO DEL R. AYUNTAMIENTO
`,
    ],
    fields: {
      tipoDocumental: 'CONSTANCIA',
      numeroOficio: null,
      fechaDocumento: '1998-03-30',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARÍA DEL AYUNTAMIENTO',
      lugar: 'Allende, Nuevo León',
      destinatario: null,
      remitente: {
        titulo: 'LIC.',
        nombre: 'HERMENEGILDO SALDÍVAR TAPIA',
        cargo: 'SECRETARIO DEL R. AYUNTAMIENTO',
      },
    },
  },
  {
    name: 'certificado de no adeudo of 2009',
    pages: [
      `
                         TESORERÍA MUNICIPAL
                    CERTIFICADO DE NO ADEUDO
                                                     Folio: 004512

El suscrito Tesorero Municipal de Los Reyes, Michoacán,

                         C E R T I F I C A :

Que el predio con clave 03-112-004 no presenta adeudo por concepto de
impuesto predial al sexto bimestre de 2009.

Se expide en Los Reyes, Michoacán, a los 7 (siete) días del mes de
diciembre de 2009 (dos mil nueve).

                         C.P. BELÉN SANDOVAL MAGAÑA
                            TESORERA MUNICIPAL
`,
    ],
    fields: {
      tipoDocumental: 'CERTIFICADO',
      numeroOficio: null,
      fechaDocumento: '2009-12-07',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'TESORERÍA MUNICIPAL',
      lugar: 'Los Reyes, Michoacán',
      destinatario: null,
      remitente: { titulo: 'C.P.', nombre: 'BELÉN SANDOVAL MAGAÑA', cargo: 'TESORERA MUNICIPAL' },
    },
  },
  {
    name: 'recibo oficial of 1991',
    pages: [
      `
  TESORERIA MUNICIPAL DE JOJUTLA, MOR.
                 RECIBO OFICIAL               No. 20871

  RECIBI DE: Nicanor Bahena Popoca
  LA CANTIDAD DE: $ 45,000.00 (Cuarenta y cinco mil pesos 00/100 M.N.)
  POR CONCEPTO DE: Derechos de mercado, octubre de 1991

  Jojutla, Mor., a 4 de noviembre de 1991

                      EL CAJERO GENERAL
`,
    ],
    fields: {
      tipoDocumental: 'RECIBO',
      numeroOficio: '20871',
      fechaDocumento: '1991-11-04',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'TESORERIA MUNICIPAL DE JOJUTLA, MOR.',
      lugar: 'Jojutla, Morelos',
      destinatario: null,
      remitente: null,
    },
  },
];
