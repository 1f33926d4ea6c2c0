/** What the bench answers a command that it cannot follow. Its codes are none of foja's, so it has no FojaError for it. */
export class Refusal extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: { cause?: unknown }) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
