import { context } from '../../slack/blocks.ts';
import type { Doors } from '../../slack/doors.ts';
import { sceneOf } from '../../slack/scene.ts';
import { gone, idIn, numberIn } from '../../slack/value-in.ts';
import { decodeAbout } from '../../slack/verbs/about.ts';
import { pickTime } from '../pick-time.ts';
import { sayHowItWent } from '../say-how-it-went.ts';
import { CHECKINS, PICK } from './ids.ts';
import { afterwards, pickedWords } from './talk.ts';

/** The buttons that stand in the messages of a group. */
export function registerCheckins(doors: Doors): void {
  for (const answer of ['met', 'not_this_time'] as const) {
    const id = answer === 'met' ? CHECKINS.weMet : CHECKINS.notThisTime;
    doors.click(id, async ({ value, ctx }) => {
      const { id: groupId } = decodeAbout(value);
      await sayHowItWent(ctx, { groupId: idIn(groupId ?? ''), answer });
      const text = afterwards(answer);
      return { message: { text, answered: { text, blocks: [context(text)] } } };
    });
  }

  doors.click(PICK, async ({ value, ctx, asking }) => {
    const { id: groupId, values } = decodeAbout(value);
    const at = numberIn(values?.at ?? '', -1);
    if (at < 0) throw gone();
    const picked = await pickTime(ctx, { groupId: idIn(groupId ?? ''), at });
    return { message: { text: pickedWords(picked, sceneOf(ctx, asking).timeZone) } };
  });
}
