/** Files of a delivery by how a manifest may call them; `group` is the index of their document. */
export interface Findable {
  readonly path: string;
  readonly group: number;
  readonly isFolder: boolean;
}

/** What a name in a manifest stands for: a file of one document, a folder that is one, nothing, or several. */
export type Found = { readonly group: number; readonly path: string | null } | 'none' | 'several';

/**
 * Finds documents by the name of a file or folder, or by the last parts of its path, with or without extension; capitals, NFD and
 * backslashes do not matter. The whole name wins over one without extension.
 */
export function fileFinder(files: readonly Findable[]): (name: string) => Found {
  const whole = new Map<string, Found>();
  const stems = new Map<string, Found>();
  const add = (map: Map<string, Found>, key: string, group: number, path: string | null) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, { group, path });
    else if (typeof known === 'string' || known.group !== group) map.set(key, 'several');
    else if (known.path !== path) map.set(key, { group, path: null });
  };
  for (const { path, group, isFolder } of files) {
    const parts = plain(path).split('/');
    for (const start of parts.keys()) {
      const end = parts.slice(start).join('/');
      add(whole, end, group, isFolder ? null : path);
      if (!isFolder) add(stems, withoutExtension(end), group, path);
    }
  }
  return (name) => whole.get(plain(name)) ?? stems.get(plain(name)) ?? 'none';
}

const plain = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:[a-z]:)?(?:\.?\/)*/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();

const withoutExtension = (path: string): string => path.replace(/\.[a-z0-9]{1,8}$/, '');
