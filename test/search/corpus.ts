import { documentOf } from './documents.ts';

/** A small archive of invented oficios. Nobody in it exists. */
export const CORPUS = [
  documentOf(
    'predio',
    [
      `R. AYUNTAMIENTO DE GUADALUPE, NUEVO LEÓN
DEPENDENCIA: SECRETARÍA DEL R. AYUNTAMIENTO
OFICIO NÚM.: SA/0123/1987
EXPEDIENTE: 14-B/87

ASUNTO: Se remite documentación del predio
ubicado en la Col. Las Águilas.

Guadalupe, N. L., a 14 de marzo de 1987.

C. LIC. FULANO PÉREZ GARZA
DIRECTOR JURÍDICO DEL MUNICIPIO
P R E S E N T E .-

Por medio del presente me permito remitir a Usted la documen-
tación del predio propiedad de la señora Zutana Peña Ibáñez.

A T E N T A M E N T E
LIC. MENGANO LÓPEZ TREVIÑO`,
      `ANEXO. Croquis del predio. Superficie 1'250 metros cuadrados,
linderos con la calle Hidalgo 124 oriente.`,
    ],
    {
      tipo: 'OFICIO',
      numero: { raw: 'SA/0123/1987', key: 'SA|123|1987' },
      fecha: '1987-03-14',
      asunto: 'Se remite documentación del predio ubicado en la Col. Las Águilas.',
      expediente: '14-B/87',
      dependencia: 'SECRETARÍA DEL R. AYUNTAMIENTO',
      destinatario: {
        titulo: 'LIC.',
        nombre: 'FULANO PÉREZ GARZA',
        cargo: 'DIRECTOR JURÍDICO DEL MUNICIPIO',
      },
      remitente: { titulo: 'LIC.', nombre: 'MENGANO LÓPEZ TREVIÑO' },
      evidence: { page: 1, box: { x: 400, y: 100, width: 240, height: 40 } },
    },
  ),
  documentOf(
    'vecino-del-numero',
    [
      `OFICIO NÚM.: SA/0124/1987
ASUNTO: Se convoca a los regidores.
Guadalupe, N. L., a 16 de marzo de 1987.
Se les convoca a la casa marcada con el número 123 de la calle Morelos.`,
    ],
    {
      tipo: 'OFICIO',
      numero: { raw: 'SA/0124/1987', key: 'SA|124|1987' },
      fecha: '1987-03-16',
      asunto: 'Se convoca a los regidores.',
      dependencia: 'SECRETARIA DEL R. AYUNTAMIENTO',
    },
  ),
  documentOf(
    'licencia-2003',
    [
      `DIRECCIÓN DE OBRAS PÚBLICAS
LICENCIA DE CONSTRUCCIÓN
Licencia No. DOPYJ/002/2003
Expediente catastral 31-045-012
Se concede licencia de construcción para casa habitación de 120 m²
a nombre de Perengano Núñez Cavazos. Vigencia: un año.`,
    ],
    {
      tipo: 'LICENCIA',
      numero: { raw: 'DOPYJ/002/2003', key: 'DOPYJ|2|2003' },
      fecha: '2003-05-20',
      asunto: 'Licencia de construcción para casa habitación',
      dependencia: 'DIRECCIÓN DE OBRAS PÚBLICAS',
    },
  ),
  documentOf(
    'construcciones-1994',
    [
      `OFICIO OP-77/94
Se suspenden las construcciones sin permiso en la zona
centro; los peritos levantarán actas de cada visita y la
licencia, cuando la haya, quedará sin efecto.`,
    ],
    {
      tipo: 'OFICIO',
      numero: { raw: 'OP-77/94', key: 'OP|77|94' },
      fecha: '1994-11-02',
      dependencia: 'Dirección de Obras Publicas',
    },
  ),
  documentOf(
    'acta-1994',
    [
      `A C T A   N Ú M E R O   14
SESIÓN ORDINARIA DE CABILDO
En la ciudad, siendo las dieciocho horas, reunidos en el
recinto oficial, los regidores aprobaron por unanimidad el
presupuesto de egresos.`,
      `ACUERDO PRIMERO. Se autoriza la construcción del mercado municipal.
ACUERDO SEGUNDO. Túrnese a la Tesorería.`,
    ],
    { tipo: 'ACTA_CABILDO', fecha: '1994-08-09', dependencia: 'SECRETARÍA DEL R. AYUNTAMIENTO' },
  ),
  documentOf(
    'escrito-1996',
    [
      `C. PRESIDENTE MUNICIPAL
Por mi propio derecho, Mengana Pena Arano, bajo protesta de
decir verdad, solicito se atienda el problema del drenaje.
La ex-
presidenta de la colonia, Sra. Ana Luz, ya lo había pedido.`,
    ],
    { tipo: 'ESCRITO_CIUDADANO', fecha: '1996-01-31' },
  ),
  documentOf('ano', [`Informe del ano de la Virgen, según la máquina sin tilde. Se pagaron 1,987 pesos.`], {
    tipo: 'OFICIO',
    fecha: '1979-12-31',
  }),
  documentOf('año', [`Informe del año. Se revisaron las cuentas del año y del panteón.`], {
    tipo: 'OFICIO',
    fecha: '1980-01-01',
  }),
  documentOf(
    'circular-2019',
    [
      `CIRCULAR N.002
A LOS CC. DIRECTORES Y COORDINADORES
Se recuerda que el archivo de trámite se entrega los jueves.
SPC/OS/016-01/2019 y TRANSP2019/0006 quedan sin efecto.`,
    ],
    {
      tipo: 'CIRCULAR',
      numero: { raw: 'CIRCULAR N.002', key: 'CIRCULAR|N|2' },
      fecha: '2019-02-04',
      dependencia: 'CONTRALORÍA MUNICIPAL',
    },
  ),
  documentOf(
    'mal-leido',
    [
      `OFICIO NUM. TM-O45/1991
Tesoreria Municipal. Pago de derechos por uso de suelo en el
mercado y por la llcencia del anuncio.`,
    ],
    { tipo: 'OFICIO', fecha: '1991-06-07', dependencia: 'TESORERÍA MUNICIPAL' },
  ),
  documentOf(
    'fecha-en-letra',
    [
      `CONSTANCIA DE RESIDENCIA
Se extiende la presente a los catorce días del mes de julio de
mil novecientos noventa y dos, a petición de la interesada.`,
    ],
    {
      tipo: 'CONSTANCIA',
      fecha: '1992-07-14',
      remitente: { nombre: 'BELTRANA OROZCO SADA', cargo: 'JUEZ AUXILIAR' },
    },
  ),
  documentOf('sin-fecha', [`Croquis de la banqueta y de los jardines. Jueces auxiliares presentes.`], {}),
  documentOf('vuelta-en-blanco', [`Recibo oficial por concepto de multas de tránsito.`, ''], {
    tipo: 'RECIBO',
    fecha: '1987',
  }),
];
