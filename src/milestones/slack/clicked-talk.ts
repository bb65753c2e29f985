import type { Context } from '../../context.ts';
import type { Click, Submission } from '../../slack/doors.ts';
import { sceneOf } from '../../slack/scene.ts';
import { type About, decodeAbout } from './ids.ts';
import type { Scene } from './words.ts';

/** Who pressed or sent something about a milestone, and where. */
export type Clicked = { readonly ctx: Context; readonly scene: Scene; readonly about: About };

type How = { readonly mayBeNew: boolean };

export function clicked(click: Click, how?: How): Clicked {
  return { ...placed(click), about: decodeAbout(click.value, how) };
}

export function submitted(submission: Submission, how?: How): Clicked {
  return { ...placed(submission), about: decodeAbout(submission.about, how) };
}

export function placed({ ctx, asking, channelId }: Click | Submission): Omit<Clicked, 'about'> {
  return { ctx, scene: { ...sceneOf(ctx, asking), channelId } };
}
