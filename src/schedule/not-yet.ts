/** Thrown by a job that may not do its work before a while has passed: it is tried again then, and has not failed. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`again in ${seconds} s`);
    this.seconds = seconds;
  }
}
