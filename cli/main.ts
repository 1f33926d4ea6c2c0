#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { exitCodeOf } from '../src/model/errors.ts';
import { PROGRAM } from '../src/words/es/commands.ts';
import { HELP, HELP_WORDS, USAGE } from '../src/words/es/messages.ts';
import { keepCompiled } from './compile-cache.ts';
import { sayFailure } from './output.ts';
import { withSteadyMemory } from './steady-memory.ts';

keepCompiled();
withSteadyMemory(process.argv[2]);

const replaced = (text: string, words: typeof USAGE) =>
  words.reduce((said, [english, spanish]) => said.replace(english, spanish), text);
const inSpanish = (text: string) => replaced(text, HELP_WORDS);

const program = new Command('foja')
  .description(PROGRAM.about)
  .version(packageJson.version, ...PROGRAM.version)
  .helpOption(...PROGRAM.help)
  .helpCommand(...PROGRAM.helpCommand)
  .configureHelp({
    showGlobalOptions: true,
    styleTitle: (title) => HELP[title] ?? title,
    styleUsage: inSpanish,
    styleOptionDescription: inSpanish,
    styleSubcommandTerm: inSpanish,
  })
  .configureOutput({
    outputError: (text, write) => write(replaced(text, USAGE)),
  })
  .exitOverride();

// Each is loaded when it is called: a search need not load what reading pages needs.
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  ingest: async () => (await import('./commands/ingest.ts')).ingestCommand(),
  search: async () => (await import('./commands/search.ts')).searchCommand(),
  list: async () => (await import('./commands/list.ts')).listCommand(),
  show: async () => (await import('./commands/show.ts')).showCommand(),
  review: async () => (await import('./commands/review.ts')).reviewCommand(),
  set: async () => (await import('./commands/set.ts')).setCommand(),
  catalog: async () => (await import('./commands/catalog.ts')).catalogCommand(),
  export: async () => (await import('./commands/export.ts')).exportCommand(),
  verify: async () => (await import('./commands/verify.ts')).verifyCommand(),
  reindex: async () => (await import('./commands/reindex.ts')).reindexCommand(),
  reextract: async () => (await import('./commands/reextract.ts')).reextractCommand(),
  resume: async () => (await import('./commands/resume.ts')).resumeCommand(),
  worker: async () => (await import('./commands/worker.ts')).workerCommand(),
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand(),
  setup: async () => (await import('./commands/setup.ts')).setupCommand(),
  status: async () => (await import('./commands/status.ts')).statusCommand(),
};
const called = COMMANDS[process.argv[2] ?? ''];
for (const load of called ? [called] : Object.values(COMMANDS)) {
  const command = (await load()).copyInheritedSettings(program);
  for (const own of command.commands) own.copyInheritedSettings(command);
  program.addCommand(command);
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
