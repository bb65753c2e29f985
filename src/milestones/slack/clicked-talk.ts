import type { Context } from '../../context.ts';
import type { Click, Submission } from '../../slack/doors.ts';
import { sceneOfClick } from '../../slack/scene.ts';
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

export function placed(given: Click | Submission): Omit<Clicked, 'about'> {
  return { ctx: given.ctx, scene: sceneOfClick(given) };
}
