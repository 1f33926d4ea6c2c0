// What an archive says of a delivery before it is read: a template of its folders, a manifest that came with it.
export { type Manifest, readManifest } from '../description/manifest/read.ts';
export { parseTemplate, type Template } from '../description/template.ts';
