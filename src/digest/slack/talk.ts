import { actingMember, type Context } from '../../context.ts';
import { changeDigest } from '../../members/change-digest.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Click, Doors } from '../../slack/doors.ts';
import type { Talk } from '../../slack/line.ts';
import { sceneOf } from '../../slack/scene.ts';
import type { DigestSource } from '../digest-source.ts';
import { digestTimeIn } from '../digest-turn.ts';
import { readDigest } from '../prepare-digest.ts';
import { DIGEST } from './ids.ts';
import {
  allMessage,
  changeForm,
  type DigestScene,
  digestMessage,
  keptMessage,
  whenMessage,
} from './views.ts';

/** `/partnership digest [now|off|on|tuesday 08:30]` */
export function createDigestTalk(sources: readonly DigestSource[]): Talk {
  return async (line): Promise<Answer> => {
    const ctx = await line.context();
    const words = line.words.trim().toLowerCase();
    if (words === '') return whenMessage(digestScene(ctx, line.asking));
    if (words === 'now') {
      return digestMessage(await readDigest(ctx, sources), digestScene(ctx, line.asking));
    }
    refuseOthers(ctx);
    const change =
      words === 'off' || words === 'on' ? { isStopped: words === 'off' } : digestTimeIn(words);
    if (!change) throw unclear();
    const member = await changeDigest(ctx, change);
    return words === 'off'
      ? whenMessage(digestScene({ ...ctx, member }, line.asking))
      : keptMessage(digestScene({ ...ctx, member }, line.asking));
  };
}

export function registerDigest(doors: Doors, sources: readonly DigestSource[]): void {
  doors.click(DIGEST.all, async ({ ctx, asking }) => {
    const digest = await readDigest(ctx, sources);
    return { message: allMessage(digest, digestScene(ctx, asking)) };
  });

  const change = async ({ ctx, asking }: Click, isStopped: boolean) => {
    refuseOthers(ctx);
    const member = await changeDigest(ctx, { isStopped });
    return { message: whenMessage(digestScene({ ...ctx, member }, asking)) };
  };
  doors.click(DIGEST.stop, (click) => change(click, true));
  doors.click(DIGEST.resume, (click) => change(click, false));
  doors.click(DIGEST.change, async ({ ctx, channelId }) => {
    refuseOthers(ctx);
    return { form: changeForm(actingMember(ctx).digest, channelId) };
  });
  doors.form(DIGEST.change, async ({ values, ctx, asking }) => {
    refuseOthers(ctx);
    const time = digestTimeIn(values.text('time'))?.time;
    if (!time) throw unclear();
    const weekday = Number(values.text('weekday'));
    const member = await changeDigest(ctx, { weekday, time, isStopped: false });
    return whenMessage(digestScene({ ...ctx, member }, asking));
  });
}

function digestScene(ctx: Context, asking: Asking): DigestScene {
  const { name } = ctx.partnership;
  const { channelId } = sceneOf(ctx, asking);
  const digest = ctx.member?.coordinator ? ctx.member.digest : undefined;
  return { partnershipName: name, channelId, digest };
}

function refuseOthers(ctx: Context): void {
  if (actingMember(ctx).coordinator) return;
  throw new Refusal(
    'not-yours',
    'The weekly digest goes to coordinators. `/partnership digest now` shows it to you; `/partnership setup coordinator @person` names one.',
  );
}

function unclear(): Refusal {
  return new Refusal(
    'invalid',
    'On which day and at what time? Write it like `/partnership digest tuesday 08:30`, or `digest now`, `digest off`, `digest on`.',
    'time',
  );
}
