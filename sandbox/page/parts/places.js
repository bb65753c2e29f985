import { html } from '../html.js';
import { go, prepareLine } from '../state/actions.js';
import { organizationOf, personOf, reachOf } from '../state/people.js';
import { setState, useScene } from '../state/store.js';
import { messagesAt, newestIn } from '../state/sync.js';
import { Avatar } from './avatar.js';

/** Who I am, and where I can look. */
export function Places() {
  const { sees, world } = useScene();
  return html`<div class="places">
    <${Identity} />
    <nav aria-label="Conversations">
      <h3>Channels</h3>
      <ul>
        ${sees.channels.map(
          ({ id, name, isExternal, hasBot }) => html`<${Place}
            key=${id}
            place=${id}
            testId="channel-${id}"
            icon="#"
            name=${name}
            note=${[isExternal && 'shared', !hasBot && 'app not in it'].filter(Boolean).join(' · ')}
          />`,
        )}
      </ul>
      <h3>${world.app.name}</h3>
      <ul>
        <${Place} place="dm" testId="dm" icon="✉" name="Messages with ${world.app.name}" />
        <${Place} place="home" testId="home" icon="⌂" name="App Home" />
      </ul>
      ${sees.groups.length > 0 && html`<${Groups} groups=${sees.groups} />`}
    </nav>
  </div>`;
}

/** As many as are there beside oneself, the app among them. */
function Groups({ groups }) {
  const { world } = useScene();
  return html`
    <h3>Direct messages</h3>
    <ul>
      ${groups.map(
        ({ id, name, memberIds }) => html`<${Place}
          key=${id}
          place=${id}
          testId="group-${id}"
          icon=${memberIds.length - 1}
          name=${name}
          note="with ${world.app.name}"
        />`,
      )}
    </ul>
  `;
}

function Identity() {
  const { world, as, place } = useScene();
  const user = personOf(world, as);
  const organization = organizationOf(world, user);
  return html`<section class="identity org-${organization.key}" aria-label="Who you are">
    <${Avatar} id=${as} />
    <div>
      <p class="identity-name">${user.name}</p>
      <p class="identity-title">${user.title}</p>
      <p class="identity-org">${organization.name}</p>
      <p class="identity-standing">
        ${
          user.isOutsider
            ? html`Has not installed the app: no slash commands; mention${' '}
                <button type="button" class="link" onClick=${() => mention(world.app.name)}>
                  @${world.app.name}</button
                > instead.`
            : reachOf(world, user)
        }
      </p>
    </div>
  </section>`;

  function mention(name) {
    const line = `@${name} `;
    return prepareLine({ as, place: place === 'home' ? 'dm' : place, text: line });
  }
}

function Place({ place, testId, icon, name, note }) {
  const scene = useScene();
  const isHere = scene.place === place;
  const isUnread = !isHere && hasUnread(scene, place);
  const open = () => {
    setState({ isDrawerOpen: false });
    go({ place });
  };
  return html`<li>
    <button
      type="button"
      class=${isUnread ? 'place place-unread' : 'place'}
      data-testid=${testId}
      aria-current=${isHere ? 'page' : undefined}
      onClick=${open}
    >
      <span class="place-icon" aria-hidden="true">${icon}</span>
      <span class="place-name">${name}${note && html`<small>${note}</small>`}</span>
      ${isUnread && html`<span class="dot"><span class="unseen">unread</span></span>`}
    </button>
  </li>`;
}

function hasUnread({ sees, as, read }, place) {
  if (place === 'home') return false;
  const others = messagesAt(sees, place).flatMap((it) => [it, ...it.replies]);
  const newest = newestIn(
    others.filter(({ user }) => user !== as).map((it) => ({ ...it, replies: [] })),
  );
  return newest > (read[`${as} ${place}`] ?? '');
}
