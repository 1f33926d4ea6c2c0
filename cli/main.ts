#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { exitCodeOf } from '../src/errors.ts';
import { exportCommand } from './commands/export.ts';
import { ingestCommand } from './commands/ingest.ts';
import { listCommand } from './commands/list.ts';
import { reindexCommand } from './commands/reindex.ts';
import { resumeCommand } from './commands/resume.ts';
import { searchCommand } from './commands/search.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { verifyCommand } from './commands/verify.ts';
import { sayFailure } from './output.ts';

const program = new Command('foja')
  .description('Convierte un archivo municipal en papel en uno confiable, consultable y certificable.')
  .version(packageJson.version, '-V, --version', 'muestra la versión')
  .helpOption('-h, --help', 'muestra esta ayuda')
  .helpCommand('help [orden]', 'muestra la ayuda de una orden')
  .configureHelp({ showGlobalOptions: true })
  .exitOverride();

for (const command of [
  ingestCommand,
  searchCommand,
  listCommand,
  showCommand,
  exportCommand,
  verifyCommand,
  reindexCommand,
  resumeCommand,
  statusCommand,
]) {
  program.addCommand(command().copyInheritedSettings(program));
}

// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    sayFailure(error);
    process.exitCode = exitCodeOf(error);
  }
}
