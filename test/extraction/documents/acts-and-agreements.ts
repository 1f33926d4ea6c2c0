import type { TypedDocument } from '../support/expected.ts';

/** What councils record and what parties agree on. */
export const actsAndAgreements: readonly TypedDocument[] = [
  {
    name: 'acta of 1994 with a letter-spaced title',
    pages: [
      `
                  A C T A   N U M E R O   1 4

       En la Ciudad de Guadalupe, Nuevo León, siendo las dieciocho horas
con treinta minutos del día nueve de septiembre de mil novecientos
noventa y cuatro, se reunieron en la Sala de Cabildo los integrantes del
R. Ayuntamiento, con objeto de celebrar Sesión Ordinaria, bajo el
siguiente

                     O R D E N   D E L   D I A

1.- Lista de asistencia y declaración de quórum legal.
2.- Lectura del acta anterior, celebrada el 26 de agosto de 1994.
3.- Solicitud de licencia del C. Regidor Tercero.

       Por unanimidad se aprueba turnar a la Comisión de Hacienda el
oficio TM/0312/94 de fecha 31 de agosto de 1994.
`,
      `
       No habiendo más asuntos que tratar se levantó la sesión siendo las
veinte horas del mismo día.- Doy Fe.

    C. ING. AMBROSIO CHAPA LUEVANO        C. LIC. JOVITA ARIZPE MORA
         PRESIDENTE MUNICIPAL          SECRETARIA DEL R. AYUNTAMIENTO

        C. BRAULIO SEGOVIA HARO            C. MIREYA CASTELLANOS ROA
           SINDICO PRIMERO                     PRIMER REGIDOR
`,
    ],
    fields: {
      tipoDocumental: 'ACTA_CABILDO',
      numeroOficio: null,
      fechaDocumento: '1994-09-09',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Guadalupe, Nuevo León',
      destinatario: null,
      remitente: { titulo: 'LIC.', nombre: 'JOVITA ARIZPE MORA', cargo: 'SECRETARIA DEL R. AYUNTAMIENTO' },
    },
  },
  {
    name: 'acta of 2008, heading with the date',
    pages: [
      `
        ACTA DE LA SEXTA SESIÓN EXTRAORDINARIA DE CABILDO
           H. AYUNTAMIENTO DE ATLIXCO, PUEBLA
                 17 DE NOVIEMBRE DE 2008

En la Heroica Ciudad de Atlixco, Estado de Puebla, siendo las diez horas
con quince minutos del día diecisiete de noviembre del año dos mil ocho,
reunidos en el Salón de Cabildos los ciudadanos regidores...
`,
    ],
    fields: {
      tipoDocumental: 'ACTA_CABILDO',
      numeroOficio: null,
      fechaDocumento: '2008-11-17',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'H. AYUNTAMIENTO DE ATLIXCO, PUEBLA',
      lugar: 'ATLIXCO, Puebla',
      destinatario: null,
      remitente: null,
    },
  },
  {
    name: 'convenio of 2011, long date at the end',
    pages: [
      `
CONVENIO DE COLABORACIÓN ADMINISTRATIVA QUE CELEBRAN POR UNA PARTE EL
MUNICIPIO DE CELAYA, GUANAJUATO, REPRESENTADO POR SU PRESIDENTA MUNICIPAL,
LIC. RUFINA ARGÜELLO PANTOJA, Y POR LA OTRA LA ASOCIACIÓN DE COLONOS DE
LA ALAMEDA, A.C., AL TENOR DE LAS SIGUIENTES

                         DECLARACIONES

I. Declara "EL MUNICIPIO" que por acuerdo de Cabildo de fecha 3 de marzo
de 2011 fue autorizado para celebrar el presente instrumento.
`,
      `
Leído que fue por las partes y enteradas de su contenido y alcance legal,
lo firman por triplicado en sus 2 fojas útiles al margen y al calce, en la
ciudad de Celaya, Guanajuato, a los veintiún días del mes de junio de dos
mil once.

      POR "EL MUNICIPIO"                  POR "LA ASOCIACIÓN"

  LIC. RUFINA ARGÜELLO PANTOJA        C. MODESTO ZAVALA CERRITOS
`,
    ],
    fields: {
      tipoDocumental: 'CONVENIO',
      numeroOficio: null,
      fechaDocumento: '2011-06-21',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Celaya, Guanajuato',
      destinatario: null,
      remitente: null,
    },
  },
  {
    name: 'contrato of 1979',
    pages: [
      `
             C O N T R A T O   D E   A R R E N D A M I E N T O

     Que celebran por una parte el H. Ayuntamiento de Mazatlán, Sinaloa, y
por la otra el señor Evodio Lizárraga Peinado, respecto de la finca
marcada con el número 214 de la calle 5 de Mayo de esta ciudad.

     PRIMERA.- El término de este contrato será de un año, que vence el
31 de diciembre de 1979.

     Mazatlán, Sinaloa, a 2 de enero de 1979.

     EL ARRENDADOR                            POR EL H. AYUNTAMIENTO

  EVODIO LIZARRAGA PEINADO                 LIC. DAGOBERTO TIRADO OSUNA
`,
    ],
    fields: {
      tipoDocumental: 'CONTRATO',
      numeroOficio: null,
      fechaDocumento: '1979-01-02',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Mazatlán, Sinaloa',
      destinatario: null,
      remitente: null,
    },
  },
  {
    name: 'dictamen of 2016',
    pages: [
      `
                   DICTAMEN QUE PRESENTA LA COMISIÓN DE HACIENDA
                     DEL R. AYUNTAMIENTO DE GARCÍA, N.L.

AL R. AYUNTAMIENTO:
A los integrantes de la Comisión de Hacienda nos fue turnada para estudio
la propuesta de subsidios contenida en el oficio TM-114/2016.

                              CONSIDERANDOS

PRIMERO.- Que el Reglamento publicado el 9 de enero de 2013 faculta a esta
Comisión para dictaminar.

                                 ACUERDO

ÚNICO.- Se aprueba la propuesta de la Tesorería.

García, Nuevo León, a 25 de agosto de 2016.
COMISIÓN DE HACIENDA

REG. MODESTA LEIJA ONTIVEROS               REG. GIL FUENTES BALDERAS
      PRESIDENTA                                  SECRETARIO
`,
    ],
    fields: {
      tipoDocumental: 'DICTAMEN',
      numeroOficio: null,
      fechaDocumento: '2016-08-25',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'García, Nuevo León',
      destinatario: null,
      remitente: null,
    },
  },
];
