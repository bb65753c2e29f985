import { randomUUID } from 'node:crypto';
import type { Deed } from '../context.ts';
import type { PrismaClient } from '../database/client.ts';
import { Refusal } from '../refusal.ts';
import type { Clock } from '../schedule/clock.ts';
import { NotYet } from '../schedule/not-yet.ts';
import type { Asking } from './asking.ts';
import {
  type Attempt,
  findDeed,
  forgetAnswersBefore,
  forgetDeedsBefore,
  keepAnswer,
  markDelivered,
  markDone,
} from './deed-store.ts';

/**
 * What a payload asks for is done once, however often the payload is worked on: that it was done is
 * written in the transaction that does it, and what came of it is kept until it is delivered.
 */
export type Deeds = {
  /** Undefined when it was done and answered before. */
  once<A extends object>(key: string, work: Work<A>): Promise<Outcome<A> | undefined>;
  /**
   * For a payload that Slack sends once and somebody waits for: that it was done is written down, and a
   * second one of the same trigger is refused.
   */
  pressed(asking: Asking, id: string): Pressed;
  /** The answer has arrived, and is forgotten. */
  delivered(key: string): Promise<void>;
  /** Forgets answers that could not be delivered for a day, and deeds as old as events are known. */
  forget(): Promise<void>;
};

export type Pressed = Deed & { isDone(): Promise<boolean> };

export type Work<A> = {
  /** Does it, with the deed in its context, and words what came of it; a refusal and a fault are worded too. */
  act(deed: Pressed): Promise<A>;
  /** The answer as it may be written down until it has arrived. */
  kept(answer: A): A;
  /** Said where it was done and nobody knows any more what came of it. */
  cutOff(): A;
};

export type Outcome<A> = {
  readonly answer: A;
  /** How the answer is found again where it may have arrived. */
  readonly trace: Trace;
};

export type Trace = {
  readonly deliveryId: string;
  readonly since: Date;
  /** Somebody tried to deliver it before, and it is not known what became of that. */
  readonly isDoubted: boolean;
};

const DAY_MS = 24 * 3_600_000;

/** The queue tries for the better part of a day, and as long as events are known it may begin anew. */
const KEPT_MS = { answer: DAY_MS, deed: 7 * DAY_MS } as const;

const DONE_ALREADY = 'That was done a moment ago, when it first reached me.';

/** Another try has done it, and may just be delivering the answer. */
const LOOK_AGAIN_SECONDS = 5;

export function createDeeds(db: PrismaClient, clock: Clock): Deeds {
  const doneBefore = async <A extends object>(
    key: string,
    { cutOff }: Work<A>,
  ): Promise<Outcome<A> | 'delivered' | undefined> => {
    const found = await findDeed(db, key);
    if (!found) return undefined;
    if (found.isDelivered) return 'delivered';
    const answer = (found.answer as A | undefined) ?? cutOff();
    const { deliveryId, begunAt: since } = found;
    return { answer, trace: { deliveryId, since, isDoubted: found.answer !== undefined } };
  };

  const attemptAt = (key: string): Attempt => ({
    key,
    attempt: randomUUID(),
    deliveryId: randomUUID(),
    begunAt: clock.now(),
  });

  const isDone = async (key: string) => (await findDeed(db, key))?.isDone ?? false;

  return {
    async once(key, work) {
      const before = await doneBefore(key, work);
      if (before) return before === 'delivered' ? undefined : before;
      const given = attemptAt(key);
      const answer = await work.act({
        async note(tx) {
          // Thrown inside the transaction, so that nothing of the second try stays.
          if (!(await markDone(tx, given))) throw new NotYet(LOOK_AGAIN_SECONDS);
        },
        isDone: () => isDone(key),
      });
      if (!(await keepAnswer(db, given, work.kept(answer)))) throw new NotYet(LOOK_AGAIN_SECONDS);
      const { deliveryId, begunAt } = given;
      return { answer, trace: { deliveryId, since: begunAt, isDoubted: false } };
    },
    pressed({ triggerId = randomUUID() }, id) {
      const key = `${triggerId} ${id}`;
      const given = attemptAt(key);
      return {
        async note(tx) {
          if (!(await markDone(tx, given))) throw new Refusal('already-done', DONE_ALREADY);
        },
        isDone: () => isDone(key),
      };
    },
    delivered: (key) => markDelivered(db, key, clock.now()),
    async forget() {
      const ago = (ms: number) => new Date(clock.now().getTime() - ms);
      await forgetAnswersBefore(db, ago(KEPT_MS.answer));
      await forgetDeedsBefore(db, ago(KEPT_MS.deed));
    },
  };
}
