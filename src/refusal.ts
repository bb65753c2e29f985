export type RefusalCode = 'not-found' | 'not-yours' | 'already-done' | 'too-late' | 'invalid';

/** The one error that is meant for a person: its message says what is wrong and what to do instead. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** The input of a form that it is about. */
  readonly field: string | undefined;

  constructor(code: RefusalCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
