// What operating systems and office programs leave behind; never a scan.
const NAMES = new Set(['thumbs.db', 'desktop.ini', '.ds_store', '@eadir', '__macosx', '$recycle.bin']);

/** Whether a file or folder name is left-over of a system: counted, not archived. */
export function isJunk(name: string): boolean {
  return (
    NAMES.has(name.toLowerCase()) || name.startsWith('._') || name.startsWith('~$') || /\.tmp$/i.test(name)
  );
}
