import type { TypedDocument } from '../support/expected.ts';

/** What people write to the town hall, what it serves on them, and the covers of files. */
export const citizensAndFiles: readonly TypedDocument[] = [
  {
    name: 'petition of 1996',
    pages: [
      `
                         Montemorelos, N.L., a 19 de abril de 1996.

C. PRESIDENTE MUNICIPAL
P R E S E N T E

      APOLONIA CHÁVEZ LEDEZMA, mexicana, mayor de edad, con domicilio en
la calle Zaragoza número 305 de esta ciudad, ante usted con el debido
respeto comparezco y expongo:

      Que desde el 2 de abril de 1996 carecemos de agua en la cuadra, por
lo que solicito ordene la reparación de la línea.

      Agradeciendo de antemano la atención que se sirva prestar a la
presente, quedo de usted.

                        Respetuosamente

                     Apolonia Chávez Ledezma
`,
    ],
    fields: {
      tipoDocumental: 'ESCRITO_CIUDADANO',
      numeroOficio: null,
      fechaDocumento: '1996-04-19',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Montemorelos, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'PRESIDENTE MUNICIPAL' },
      remitente: { titulo: null, nombre: 'APOLONIA CHÁVEZ LEDEZMA', cargo: null },
    },
  },
  {
    name: 'petition of 2007 with asunto and "protesto lo necesario"',
    pages: [
      `
                                  ASUNTO: Se interpone recurso de inconformidad.

LIC. EFRÉN VALDOVINOS MACÍAS
SECRETARIO DEL AYUNTAMIENTO
DE URUAPAN, MICHOACÁN
PRESENTE

BONIFACIO CHÁVEZ ESPINO, por mi propio derecho, señalando como domicilio
para oír notificaciones el ubicado en Privada Cupatitzio 44, bajo protesta
de decir verdad manifiesto que con fecha 11 de octubre de 2007 me fue
notificada la clausura de mi negocio mediante oficio RM/771/2007.

                     PROTESTO LO NECESARIO
        Uruapan, Michoacán, a 18 de octubre de 2007

                     BONIFACIO CHÁVEZ ESPINO
`,
    ],
    fields: {
      tipoDocumental: 'ESCRITO_CIUDADANO',
      numeroOficio: null,
      fechaDocumento: '2007-10-18',
      asunto: 'Se interpone recurso de inconformidad.',
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Uruapan, Michoacán',
      destinatario: {
        titulo: 'LIC.',
        nombre: 'EFRÉN VALDOVINOS MACÍAS',
        cargo: 'SECRETARIO DEL AYUNTAMIENTO',
      },
      remitente: { titulo: null, nombre: 'BONIFACIO CHÁVEZ ESPINO', cargo: null },
    },
  },
  {
    name: 'notificación of 2015',
    pages: [
      `
                 DIRECCIÓN DE INSPECCIÓN Y VIGILANCIA
                     CÉDULA DE NOTIFICACIÓN
                                                EXPEDIENTE: DIV/0092/2015

En la ciudad de Irapuato, Guanajuato, siendo las 11:40 horas del día 3 de
febrero de 2015, el suscrito notificador me constituí en el domicilio
ubicado en Calle Altamirano 87, a efecto de notificar el acuerdo de fecha
27 de enero de 2015.
`,
    ],
    fields: {
      tipoDocumental: 'NOTIFICACION',
      numeroOficio: null,
      fechaDocumento: '2015-02-03',
      asunto: null,
      expedienteCitado: 'DIV/0092/2015',
      dependenciaEmisora: 'DIRECCIÓN DE INSPECCIÓN Y VIGILANCIA',
      lugar: 'Irapuato, Guanajuato',
      destinatario: null,
      remitente: null,
    },
  },
  {
    name: 'cover of a file',
    pages: [
      `
                      ARCHIVO MUNICIPAL DE PARRAS

   FONDO:        Municipio de Parras
   SECCIÓN:      Obras Públicas
   SERIE:        Licencias de construcción
   EXPEDIENTE:   OP/112/1988
   ASUNTO:       Construcción de barda en la calle Ramos Arizpe
   FOJAS:        36
   LEGAJO:       1 de 1
`,
    ],
    fields: {
      tipoDocumental: 'CARATULA',
      numeroOficio: null,
      fechaDocumento: null,
      asunto: 'Construcción de barda en la calle Ramos Arizpe',
      expedienteCitado: 'OP/112/1988',
      dependenciaEmisora: null,
      lugar: null,
      destinatario: null,
      remitente: null,
    },
  },
];
