// Three kinds of tests: `unit` needs nothing but `npm ci`; `servers` talks to real ones; `faults` ends servers and programs without a word.
import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const tests = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
const faults = tests.filter((file) => file.startsWith('test/faults/'));
const servers = tests.filter(
  (file) => !faults.includes(file) && readFileSync(file, 'utf8').includes('/support/servers/'),
);
const unit = tests.filter((file) => !faults.includes(file) && !servers.includes(file));

export default defineConfig({
  test: {
    // Two cores: more files at once only fight for them. A page takes seconds on a slow machine, and a race of writers on S3 a minute beside it.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // Where .ci/run counts the outcomes.
    reporters: process.env['TEST_RESULTS']
      ? ['default', ['json', { outputFile: process.env['TEST_RESULTS'] }]]
      : ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: unit } },
      { extends: true, test: { name: 'servers', include: servers } },
      // One at a time: what is killed leaves locks that last half a minute.
      { extends: true, test: { name: 'faults', include: faults, maxWorkers: 1, testTimeout: 600_000 } },
    ],
  },
});
