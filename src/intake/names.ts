const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// Windows wrote CP1252 on the disks that reach an archive; it decodes every Spanish Latin-1 name alike.
const windows = new TextDecoder('windows-1252');

/** A file name as text for people. NFD stays NFD: the record keeps the name unchanged. */
export function decodeName(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
  try {
    return { text: strict.decode(bytes), utf8: true };
  } catch {
    return { text: windows.decode(bytes), utf8: false };
  }
}
