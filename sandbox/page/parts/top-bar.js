import { useEffect, useState } from 'preact/hooks';
import { html } from '../html.js';
import { advance, toast } from '../state/actions.js';
import { personOf } from '../state/people.js';
import { getState, setState, useScene } from '../state/store.js';
import { momentIn, nowBy, shortMomentIn } from '../state/times.js';
import { NARROW, useMedia } from '../state/use-media.js';
import { Avatar } from './avatar.js';

const steps = [
  { by: 'hour', label: '+1 hour', short: '+1 h' },
  { by: 'day', label: '+1 day', short: '+1 d' },
  { by: 'week', label: '+1 week', short: '+1 w' },
  { by: 'next', label: 'Next thing due', short: 'Next due' },
];

export function TopBar() {
  const { isDrawerOpen, waiting, as } = useScene();
  return html`<header class="top">
    <button
      type="button"
      class="icon-button drawer-button"
      aria-label="People and channels"
      data-testid="drawer"
      aria-expanded=${String(isDrawerOpen)}
      aria-controls="side"
      onClick=${() => setState({ isDrawerOpen: !isDrawerOpen })}
    >
      <span aria-hidden="true">☰</span>
      <${Avatar} id=${as} size="small" />
    </button>
    <img class="logo" src="/logo.svg" alt="" />
    <h1>Common Ground <span>sandbox</span></h1>
    <div class="clock-group" role="group" aria-label="The sandbox’s clock">
      <${Clock} />
      ${steps.map(
        ({ by, label, short }) => html`<button
          type="button"
          class="clock-step"
          data-testid="advance-${by}"
          aria-label=${label}
          aria-busy=${waiting.clock === by ? 'true' : undefined}
          disabled=${Boolean(waiting.clock) && waiting.clock !== by}
          onClick=${() => move(by)}
        >
          <span class="wide">${label}</span><span class="narrow">${short}</span>
        </button>`,
      )}
    </div>
  </header>`;
}

async function move(by) {
  const moved = await advance(by);
  if (moved === undefined) return;
  const { clock, world, as } = getState();
  const now = momentIn(personOf(world, as).timeZone, new Date(clock.now));
  const isNothing = by === 'next' && moved < 1500;
  toast(isNothing ? 'Nothing waits for its time just now.' : `It is now ${now}.`, 'info');
}

/** The sandbox's time, in the time zone of whoever is looking. */
function Clock() {
  const { clock, world, as } = useScene();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 10_000);
    return () => clearInterval(timer);
  }, []);
  const momentOf = useMedia(NARROW) ? shortMomentIn : momentIn;
  const { name, timeZone } = personOf(world, as);
  const now = nowBy(clock);
  const city = timeZone.split('/').at(-1).replaceAll('_', ' ');
  return html`<p class="clock" data-testid="clock" title="${name}’s time zone: ${timeZone}">
    <time datetime=${now.toISOString()}>${momentOf(timeZone, now)}</time>
    <span class="clock-zone">${city} time</span>
  </p>`;
}
