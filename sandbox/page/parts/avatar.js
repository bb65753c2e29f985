import { html } from '../html.js';
import { initialsOf, nameOf, organizationOf, personOf } from '../state/people.js';
import { useScene } from '../state/store.js';

/** Initials in the organization's colour; the app has its sign. */
export function Avatar({ id, size = 'normal' }) {
  const { world } = useScene();
  const user = personOf(world, id);
  if (!user) return html`<img class="avatar avatar-${size}" src="/logo.svg" alt="" />`;
  const { key } = organizationOf(world, user);
  return html`<span class="avatar avatar-${size} org-${key}" aria-hidden="true">
    ${initialsOf(nameOf(world, id))}
  </span>`;
}
