import { Blocks } from '../blocks/blocks.js';
import { PlaceContext } from '../blocks/place.js';
import { html } from '../html.js';
import { go } from '../state/actions.js';
import { organizationOf, personOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { viewPlace } from '../state/view-place.js';
import { Notices } from './notices.js';

/** The app's own page, for those who have it. */
export function Home() {
  const { sees, world, as } = useScene();
  const user = personOf(world, as);
  return html`<div class="conversation">
    <header class="main-head">
      <h2>${world.app.name}: Home</h2>
      <p>What the app shows ${user.name} alone.</p>
    </header>
    <div class="scroller home" data-testid="home-view">
      ${sees.home ? html`<${HomeView} view=${sees.home} />` : html`<${NoHome} user=${user} />`}
    </div>
    <${Notices} />
  </div>`;
}

function HomeView({ view }) {
  return html`<${PlaceContext.Provider} value=${{ ...viewPlace(view), errors: {} }}>
    <${Blocks} blocks=${view.blocks} />
  <//>`;
}

function NoHome({ user }) {
  const { world } = useScene();
  if (!user.isOutsider)
    return html`<p class="empty">${world.app.name} has put nothing here yet.</p>`;
  return html`<p class="empty">
    ${organizationOf(world, user).name} has not installed ${world.app.name}, so its people have no
    App Home. They mention it in a shared channel, or${' '}
    <button type="button" class="link" onClick=${() => go({ place: 'dm' })}>write to it</button>.
  </p>`;
}
