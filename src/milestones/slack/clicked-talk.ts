import type { Context } from '../../context.ts';
import type { Click, Submission } from '../../slack/doors.ts';
import { type About, decodeAbout } from './ids.ts';
import { sceneOf } from './talk.ts';
import type { Scene } from './words.ts';

/** Who pressed or sent something about a milestone, and where. */
export type Clicked = { readonly ctx: Context; readonly scene: Scene; readonly about: About };

type How = { readonly mayBeNew: boolean };

export async function clicked(click: Click, how?: How): Promise<Clicked> {
  const about = decodeAbout(click.value, how);
  return { ...(await placed(click, about.channelId)), about };
}

/** A button outside a channel finds its partnership by the channel that it carries. */
export async function placed(
  click: Click,
  channelId: string,
): Promise<{ ctx: Context; scene: Scene }> {
  const isInChannel = click.asking.channelId !== undefined && !click.asking.isDirect;
  const ctx = await click.context(isInChannel ? {} : { channelId });
  return { ctx, scene: sceneOf(ctx, click.asking) };
}

export async function submitted(submission: Submission, how?: How): Promise<Clicked> {
  const ctx = await submission.context();
  const about = decodeAbout(submission.about, how);
  return { ctx, about, scene: { ...sceneOf(ctx, submission.asking), channelId: about.channelId } };
}
