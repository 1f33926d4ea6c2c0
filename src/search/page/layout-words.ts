/**
 * What pages of such archives say most, for the compressor to point at; the most frequent last, where pointing costs least.
 * Part of the format: a change makes every index outdated.
 */
export const LAYOUT_WORDS = Buffer.from(
  `
Periódico Oficial Registro Civil Gaceta Municipal constancia de residencia acta de nacimiento defunción matrimonio juzgado notificación
cédula catastral expediente predial impuesto adeudo recibo multa tránsito licencia de construcción uso de suelo permiso fraccionamiento
colonia calle número exterior manzana lote superficie metros cuadrados colinda norte sur oriente poniente medidas y colindancias plano
croquis banqueta drenaje alumbrado pavimentación agua potable mercado panteón rastro parque plaza escuela Comisión Federal de Electricidad
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre mil novecientos ochenta noventa dos mil
veinte treinta cuarenta cincuenta sesenta setenta primero segundo tercero artículo fracción inciso reglamento ley orgánica código
Constitución Política de los Estados Unidos Mexicanos Gobierno del Estado Congreso Secretaría General Tesorería Contraloría Sindicatura
Dirección de Obras Públicas Desarrollo Urbano Departamento Jurídico Oficialía Mayor Recursos Humanos Seguridad Pública Delegación
regidores síndico cabildo sesión ordinaria extraordinaria unanimidad se aprueba acuerdo dictamen convenio contrato testigos
solicitud solicito interesado promovente propiedad ubicado en domicilio señor señora ciudadano Guadalupe Nuevo León Monterrey
Lic. Ing. Arq. Dr. Profr. Director Jefe Presidente Municipal Secretario del R. Ayuntamiento Tesorero c.c.p. Archivo Minutario
ASUNTO: OFICIO NÚM. EXPEDIENTE: DEPENDENCIA: SECCIÓN: MESA: Sufragio Efectivo. No Reelección. A T E N T A M E N T E ATENTAMENTE
P R E S E N T E .- PRESENTE Presente. Sin otro particular, reitero a usted las seguridades de mi atenta y distinguida consideración.
En contestación a su atento oficio de fecha Por medio del presente me permito informar a Usted que, en relación con lo anterior
y para los efectos legales a que haya lugar, agradeciendo de antemano su atención se sirva ordenar a quien corresponda que se remite
según con por una para este esta sus como más sin sobre entre hasta desde dicho dicha mismo fecha día mes año del presente año
de la que el en los del las por con se a y para al lo su una un
`.replaceAll('\n', ' '),
  'utf8',
);
