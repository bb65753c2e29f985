import { html } from '../html.js';
import { go } from '../state/actions.js';
import { hasNews } from '../state/news.js';
import { organizationsIn, standingOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { Avatar } from './avatar.js';

/** Ten people, one click each: whoever is chosen is who acts and who looks. */
export function PeopleRail() {
  const scene = useScene();
  const { world, as, place, tab } = scene;
  return html`<nav class="people" data-testid="person-switcher" aria-label="Be somebody">
    <h2 class="people-title">Be somebody</h2>
    ${organizationsIn(world).map(
      ({ key, name, people }) => html`<section key=${key} class="org-${key}">
        <h3>
          <span class="org-name">${name}</span>
          <span class="org-note">${standingOf(world, people[0])}</span>
        </h3>
        <ul>
          ${people.map(
            (user) => html`<li key=${user.id}>
              <button
                type="button"
                class="person"
                data-testid="person-${user.id}"
                title="${user.name} · ${user.title}"
                aria-pressed=${String(user.id === as)}
                onClick=${() => go({ as: user.id, place, tab })}
              >
                <${Avatar} id=${user.id} size="small" />
                <span class="person-name">${user.name}</span>
                ${
                  user.id !== as &&
                  hasNews(scene, user.id) &&
                  html`<span class="dot" title="Was told something that only they see">
                    <span class="unseen">has unread private messages</span>
                  </span>`
                }
              </button>
            </li>`,
          )}
        </ul>
      </section>`,
    )}
  </nav>`;
}
