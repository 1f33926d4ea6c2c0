/** Words on every page: they count in phrases and for the order of hits, but no page is lost for lacking them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a al con de del e el en la las lo los o para por que se su sus u un una y'.split(' '),
);

/** Short words that stand before a number without being the initials of an office. */
export const NUMBER_LABELS: ReadonlySet<string> = new Set(
  (
    'of no num nro exp fol folio foja fojas hoja pag acta actas lote lt lte mz mza manz art frac col km casa calle ' +
    'av ley dia mes ano año enero marzo abril mayo junio julio ene feb mar abr may jun jul ago sep sept oct nov dic'
  ).split(' '),
);
