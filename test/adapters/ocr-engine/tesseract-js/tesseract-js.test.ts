import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { DependencyError, EngineError } from '../../../../src/model/errors.ts';
import { ocrEngineContract } from '../../../contracts/ocr-engine.ts';

ocrEngineContract('tesseract.js', () => openTesseractJs({ languages: ['spa'] }));

describe('tesseract.js', () => {
  it('names the package of a language that is not installed', async () => {
    const opening = openTesseractJs({ languages: ['spa', 'nah'] });
    await expect(opening).rejects.toThrow(DependencyError);
    await expect(openTesseractJs({ languages: ['nah'] })).rejects.toThrow(
      /npm install @tesseract\.js-data\/nah/,
    );
  });

  it('refuses a language that is a path', async () => {
    await expect(openTesseractJs({ languages: ['../spa'] })).rejects.toThrow(DependencyError);
  });

  it('says so when a model is damaged', async () => {
    const models = await mkdtemp(join(tmpdir(), 'foja-test-'));
    try {
      for (const content of ['', 'not a model', Buffer.alloc(5000, 7)]) {
        await writeFile(join(models, 'spa.traineddata'), content);
        await expect(openTesseractJs({ languages: ['spa'], models })).rejects.toThrow(DependencyError);
      }
    } finally {
      await rm(models, { recursive: true });
    }
  });

  it('reads two languages at once and leaves no file behind', async () => {
    const before = await readdir('.');
    const engine = await openTesseractJs({ languages: ['spa', 'eng'] });
    expect(engine.name).toContain('spa+eng');
    await engine.close();
    expect(await readdir('.')).toEqual(before);
  });

  it('reports what it cannot take as an engine failure', async () => {
    const engine = await openTesseractJs({ languages: ['spa'] });
    try {
      const broken = { data: new Uint8Array(3), width: 5000, height: 5000 };
      await expect(engine.recognize(broken, { dpi: 200 })).rejects.toThrow(EngineError);
    } finally {
      await engine.close();
    }
  });
});
