import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findModels, gatherModels } from '../../../../src/adapters/ocr-engine/models.ts';
import { nameTesseract, openTesseract } from '../../../../src/adapters/ocr-engine/tesseract/tesseract.ts';
import { openTesseractJs } from '../../../../src/adapters/ocr-engine/tesseract-js/tesseract-js.ts';
import { DependencyError, EngineError } from '../../../../src/model/errors.ts';
import type { OcrEngine } from '../../../../src/ports/ocr-engine.ts';
import { ocrEngineContract } from '../../../contracts/ocr-engine.ts';
import { WITHOUT_TESSERACT } from '../../../support/native-tesseract.ts';
import { recall, typedPage } from '../../../support/typed-page.ts';

const SPANISH = { languages: ['spa'] };

afterEach(() => vi.unstubAllEnvs());

describe('tesseract, where it is not installed', () => {
  it('says what to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    await expect(openTesseract(SPANISH)).rejects.toThrow(DependencyError);
    await expect(nameTesseract(SPANISH)).rejects.toThrow(/apt-get install tesseract-ocr tesseract-ocr-spa/);
  });
});

describe.skipIf(WITHOUT_TESSERACT)('the installed tesseract', () => {
  ocrEngineContract('tesseract', () => openTesseract(SPANISH));

  it('calls itself the same before it is opened, and names program, version and model', async () => {
    const { name } = await openTesseract(SPANISH);
    expect(name).toMatch(/^tesseract \d+\.\d+\S* spa [0-9a-f]{12}$/);
    expect(await nameTesseract(SPANISH)).toBe(name);
  });

  it('names the package of a language that is not installed', async () => {
    const opening = openTesseract({ languages: ['spa', 'xyz_abc'] });
    await expect(opening).rejects.toThrow(/apt-get install tesseract-ocr-xyz-abc/);
    await expect(openTesseract({ languages: ['../spa'] })).rejects.toThrow(DependencyError);
  });

  it('looks for models in the folder that is named', async () => {
    const models = await mkdtemp(`${tmpdir()}/foja-test-`);
    try {
      await expect(openTesseract({ ...SPANISH, models })).rejects.toThrow(DependencyError);
    } finally {
      await rm(models, { recursive: true });
    }
  });

  it('reports what it cannot take as an engine failure', async () => {
    const engine = await openTesseract(SPANISH);
    const broken = { data: new Uint8Array(3), width: 5000, height: 5000 };
    await expect(engine.recognize(broken, { dpi: 200 })).rejects.toThrow(EngineError);
  });

  it('reads as WebAssembly does with the same model', async () => {
    await using models = await gatherModels(await findModels(['spa']));
    const page = await typedPage('constancia', 3, 200);
    const textOf = async (engine: OcrEngine) => {
      const lines = await engine.recognize(page.image, { dpi: 200 });
      await engine.close();
      return lines.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
    };
    const native = await textOf(await openTesseract({ ...SPANISH, models: models.folder }));
    const wasm = await textOf(await openTesseractJs({ ...SPANISH, models: models.folder }));
    expect(native.length).toBeGreaterThan(300);
    expect(recall(wasm, native)).toBeGreaterThan(0.98);
  });
});
