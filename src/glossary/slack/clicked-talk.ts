import type { Context } from '../../context.ts';
import type { Click, Submission } from '../../slack/doors.ts';
import { sceneOfClick } from '../../slack/scene.ts';
import { decodeAbout } from './ids.ts';
import type { Scene } from './words.ts';

type How = { readonly mayBeNew: boolean };

/** Who pressed something about a term, where, and what else the button says. */
export function clicked(click: Click, how?: How) {
  const about = decodeAbout(click.value, how);
  const rest = click.value.split(' ').slice(3).join(' ');
  return { ...placed(click), about, rest };
}

export function submitted(submission: Submission, how?: How) {
  return { ...placed(submission), about: decodeAbout(submission.about, how) };
}

export function placed(given: Click | Submission): { ctx: Context; scene: Scene } {
  return { ctx: given.ctx, scene: sceneOfClick(given) };
}
