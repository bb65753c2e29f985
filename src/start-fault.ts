/** The bot cannot start, for a reason that whoever starts it can mend: the message says how. */
export class StartFault extends Error {
  override readonly name: string = 'StartFault';
}
