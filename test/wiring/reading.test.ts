import { describe, expect, it } from 'vitest';
import { findModels, gatherModels } from '../../src/adapters/ocr-engine/models.ts';
import { getPage } from '../../src/archive/work.ts';
import { PAGE_SECONDS, readConfig } from '../../src/config.ts';
import { DependencyError, UsageError } from '../../src/model/errors.ts';
import { openWorkspace } from '../../src/wiring/open.ts';
import { startReading } from '../../src/wiring/reading.ts';
import { ACTOR, shelf } from '../support/archived.ts';
import { temporaryFolder } from '../support/foja.ts';

/** The recipe under which pages would be kept; whatever was started is stopped again. */
async function recipe(ocr: string, languages = ['spa']): Promise<string> {
  await using box = await temporaryFolder();
  const workspace = await openWorkspace(readConfig({ archive: box.path }, {}), { create: true });
  const stop = new AbortController();
  try {
    const options = { queue: 'local:', ocr, languages, jobs: 1, pageSeconds: PAGE_SECONDS };
    const running = await startReading(workspace, ACTOR, options, { pageDone() {} }, stop.signal);
    stop.abort();
    await running.stop();
    return running.reader!.recipe;
  } finally {
    await workspace.index.close();
    await workspace.store.close();
  }
}

describe('a page at hand when the work is stopped', () => {
  it('is read to its end, and not marked as one that nobody can read', async () => {
    const { workspace, add } = await shelf();
    const documentId = await add({ seal: false });
    const options = {
      queue: 'local:',
      ocr: 'tesseract-js:',
      languages: ['spa'],
      jobs: 1,
      pageSeconds: PAGE_SECONDS,
    };
    const running = await startReading(
      workspace,
      ACTOR,
      options,
      { pageDone() {} },
      new AbortController().signal,
    );
    await running.queue.add({ documentId, pages: 1 });
    await running.stop();
    const page = await getPage(workspace.store, { documentId, recipe: running.reader!.recipe, page: 1 });
    expect(page).toHaveProperty('lines');
    expect(page).not.toHaveProperty('error');
  });
});

describe('what a page is kept under', () => {
  it('names foja, engine, languages and models, so that pages read otherwise are read anew', async () => {
    await using models = await gatherModels(await findModels(['spa', 'eng']));
    const recipes = await Promise.all([
      recipe('tesseract-js:'),
      recipe('tesseract-js:', ['spa', 'eng']),
      recipe(`tesseract-js:${models.folder}`),
    ]);
    expect(new Set(recipes).size).toBe(3);
    for (const it of recipes) expect(it).toMatch(/^foja \d\S+ tesseract\.js \d\S+ spa/);
  });

  it('is known before any work, or the reason why nothing can be read', async () => {
    await expect(recipe('tesseract-js:', ['xyz'])).rejects.toThrow(DependencyError);
    await expect(recipe('ocropus:')).rejects.toThrow(UsageError);
  });
});
