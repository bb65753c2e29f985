import type { Context } from '../context.ts';
import type { DigestLine } from './digest-line.ts';

/** What a capability has to say to a coordinator, the member of the context. */
export interface DigestSource {
  readonly name: string;
  lines(
    ctx: Context,
    given: {
      /** The last digest told everything until then. */
      readonly since: Date;
      /** What happens after it is for the next one. */
      readonly until: Date;
      readonly now: Date;
    },
  ): Promise<readonly DigestLine[]>;
}
