import type { Command } from 'commander';
import { verify } from '../../src/services/verify.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { findingLine } from '../../src/words/es/fixity.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.verify;

/** `foja verify [ID]`: every digest in the archive read again. Exit 12 when something is not as it was. */
export function verifyCommand(): Command {
  return command('verify', W.about)
    .argument(...W.id)
    .action((id: string | undefined, flags: CommonOptions) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const result = await verify(workspace, actor, { id }, signal);
          const problems = (['changed', 'missing', 'untracked', 'unreadable'] as const).flatMap((kind) =>
            result[kind].map((finding) => findingLine(kind, finding)),
          );
          if (flags.json) printJson(result);
          else if (problems.length === 0) print(M.verified(result.checked));
          else for (const problem of problems) print(problem);
          if (problems.length > 0) process.exitCode = 12;
        }),
      ),
    );
}
