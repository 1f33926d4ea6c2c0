// A process that receives and processes a document, and kills itself at the nth system call that touches a file:
//   node victim.ts BASE BATCH N SCAN…
// Without N it lives, and prints the number of calls.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const [base, batch, killAt, ...scans] = process.argv.slice(2) as [string, string, string, ...string[]];

let calls = 0;
function count(): void {
  calls++;
  if (String(calls) === killAt) process.kill(process.pid, 'SIGKILL');
}

const patched = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of ['mkdir', 'link', 'rename', 'unlink', 'rm', 'rmdir', 'utimes', 'open']) {
  const original = patched[name]!;
  patched[name] = (...args) => {
    count();
    return original(...args);
  };
}
const handle = await fs.open(import.meta.filename);
const prototype = Object.getPrototypeOf(handle) as Record<string, (...args: unknown[]) => unknown>;
await handle.close();
for (const name of ['writeFile', 'sync']) {
  const original = prototype[name]!;
  prototype[name] = function (...args) {
    count();
    return original.apply(this, args);
  };
}
syncBuiltinESMExports();
calls = 0;

const { addVersion, openArchive, receive } = await import('../../src/archive/archive.ts');
const { changeOf, receiptOf, recordOf, storeIn } = await import('./sample.ts');
const archive = await openArchive(await storeIn(base));
const { created, head } = await receive(archive, receiptOf(scans, { record: recordOf({ batch }) }));
await addVersion(archive, changeOf(head));
console.log(JSON.stringify({ created, calls }));
