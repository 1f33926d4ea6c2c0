import { describe, expect, it } from 'vitest';
import * as errors from '../../src/model/errors.ts';
import { PROBLEM } from '../../src/words/es/problems.ts';

describe('the error table', () => {
  it.each([
    [errors.UsageError, 1, 400, 'bury'],
    [errors.InputError, 2, 422, 'bury'],
    [errors.DependencyError, 3, 503, 'stop-worker'],
    [errors.AccessError, 5, 403, 'retry'],
    [errors.UnavailableError, 5, 503, 'retry'],
    [errors.EngineError, 11, 500, 'once-more'],
    [errors.IntegrityError, 12, 409, 'bury'],
    [errors.NotFoundError, 2, 404, 'bury'],
    [errors.ConflictError, 5, 409, 'again-now'],
  ] as const)('%o', (Kind, exitCode, httpStatus, retry) => {
    const error = new Kind('damaged', 'what, on what, what to do');
    expect([Kind.exitCode, Kind.httpStatus, Kind.retry]).toEqual([exitCode, httpStatus, retry]);
    expect([errors.exitCodeOf(error), errors.retryRuleOf(error)]).toEqual([exitCode, retry]);
    expect(errors.problemOf(error)).toEqual({ code: 'damaged', message: 'what, on what, what to do' });
    expect(error.name).toBe(Kind.name);
  });

  it('tells what concerns everything from what concerns one document', () => {
    expect(errors.concernsAll(new errors.AccessError('enospc', 'full'))).toBe(true);
    expect(errors.concernsAll(new errors.DependencyError('language-missing', 'x'))).toBe(true);
    expect(errors.concernsAll(new errors.AccessError('file-unreadable', 'x'))).toBe(false);
    expect(errors.concernsAll(new errors.EngineError('engine-crashed', 'x'))).toBe(false);
    expect(errors.concernsAll(new TypeError('x'))).toBe(false);
  });

  it('takes no code that has no text', () => {
    // @ts-expect-error: no such code
    const misspelt = new errors.InputError('damagd', 'x');
    expect(PROBLEM).not.toHaveProperty(misspelt.code);
  });

  it('says what it is about, also where it is rebuilt', () => {
    const error = new errors.InputError('damaged', 'caja/1.tif breaks off.', { about: 'caja/1.tif' });
    const problem = { code: 'damaged', message: 'caja/1.tif breaks off.', about: 'caja/1.tif' };
    expect(errors.problemOf(error)).toEqual(problem);
    const again = errors.rebuilt(JSON.parse(JSON.stringify(errors.told(error))));
    expect(again).toBeInstanceOf(errors.InputError);
    expect(errors.problemOf(again)).toEqual(problem);
  });

  it('takes anything else for a defect of ours', () => {
    expect(errors.exitCodeOf(new TypeError('x'))).toBe(15);
    expect(errors.problemOf(new TypeError('x'))).toEqual({ code: 'defect', message: 'x' });
    expect(errors.problemOf('text')).toEqual({ code: 'defect', message: 'text' });
  });
});
