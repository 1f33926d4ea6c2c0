import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findModels, gatherModels } from '../../src/adapters/ocr-engine/models.ts';
import { DependencyError, UsageError } from '../../src/model/errors.ts';
import { chooseEngine } from '../../src/wiring/ocr-engines.ts';

describe('the engine that a URL names', () => {
  it('is tesseract.js with the models from npm', async () => {
    const { name } = chooseEngine('tesseract-js:', ['spa', 'eng']);
    expect(await name()).toMatch(/^tesseract\.js \d+\.\d+\.\d+ spa\+eng best_int$/);
  });

  it('is called after the bytes of the models in a folder, not after the folder', async () => {
    const models = await findModels(['spa', 'eng']);
    await using one = await gatherModels(models);
    await using other = await gatherModels(models);
    const name = await chooseEngine(`tesseract-js:${one.folder}`, ['spa']).name();
    expect(name).toMatch(/ spa [0-9a-f]{12}$/);
    const there = path.relative('.', other.folder);
    expect(await chooseEngine(`tesseract-js:${there}`, ['spa']).name()).toBe(name);
    expect(await chooseEngine(`tesseract-js:${one.folder}`, ['eng']).name()).not.toBe(name);
  });

  it.each(['tesseract-js:/nowhere', 'tesseract:/nowhere'])(
    'is missing where its models are: %s',
    async (url) => {
      const choice = chooseEngine(url, ['spa']);
      await expect(choice.name()).rejects.toThrow(DependencyError);
      await expect(choice.open()).rejects.toThrow(DependencyError);
    },
  );

  it.each(['', 'tesseract', 'tesseract-js', 'ocropus:', '/usr/bin/tesseract', 'TESSERACT:'])(
    'is nothing that "%s" could mean',
    (url) => {
      expect(() => chooseEngine(url, ['spa'])).toThrow(UsageError);
      expect(() => chooseEngine(url, ['spa'])).toThrow(/take[s]? tesseract-js:, tesseract:/);
    },
  );
});
