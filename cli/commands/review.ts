import type { Command } from 'commander';
import { type ReviewedItem, review } from '../../src/services/review.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { explain, flagLine } from '../../src/words/es/explain.ts';
import { PAGE_FLAG } from '../../src/words/es/flags.ts';
import { DOUBT, FIELD, GRADE, REASON, STATUS, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { valueText } from '../../src/words/es/values.ts';
import { oneLine, print, printJson, say, strong } from '../output.ts';
import { type CommonOptions, command, interruptible, whole, withArchive } from '../session.ts';

const W = COMMANDS.review;

/** `foja review`: what needs eyes, worst first. */
export function reviewCommand(): Command {
  return command('review', W.about)
    .argument(...W.id)
    .option(...W.limit, whole, 20)
    .option(...W.crops)
    .action((ids: string[], flags: CommonOptions & { limit: number; crops?: string }) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const { limit, crops } = flags;
          const { total, items } = await review(
            workspace,
            actor,
            { ids, limit, ...(crops !== undefined && { crops }) },
            signal,
          );
          for (const item of items) {
            if (flags.json) printJson(item);
            else print(lines(item));
          }
          say(M.toReview(total, items.length));
        }),
      ),
    );
}

function lines({ id, source, status, grade, flags, pages, fields }: ReviewedItem): string {
  const head = [STATUS[status], strong(oneLine(source)), grade ? M.quality(GRADE[grade]) : '', id].filter(
    Boolean,
  );
  return [
    head.join('  '),
    ...flags.map((flag) => `    ${flagLine(flag)}`),
    ...pages.map(
      (page) =>
        `    ${M.page(page.number)}  ${page.error ? explain(page.error) : page.flags.map((flag) => textOf(PAGE_FLAG, flag)).join(', ')}`,
    ),
    ...fields.map((doubt) => {
      const [seen] = doubt.evidence;
      const facts = [
        textOf(FIELD, doubt.field).padEnd(18),
        DOUBT[doubt.why],
        doubt.value === null ? textOf(REASON, doubt.reason ?? '') : valueText(doubt.field, doubt.value),
        doubt.alternative === undefined ? '' : M.orElse(valueText(doubt.field, doubt.alternative)),
        doubt.read === undefined ? '' : M.insteadOf(valueText(doubt.field, doubt.read), 'rule'),
        doubt.why === 'low-confidence' ? `${Math.round(doubt.confidence * 100)} %` : '',
        seen ? M.page(seen.page) : '',
        doubt.crop ?? '',
      ];
      return `    ${facts.filter(Boolean).join('  ')}`;
    }),
  ].join('\n');
}
