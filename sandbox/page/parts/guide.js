import { useState } from 'preact/hooks';
import { html } from '../html.js';
import { prepareLine } from '../state/actions.js';
import { firstNameOf, nameOf } from '../state/people.js';
import { useScene } from '../state/store.js';
import { Avatar } from './avatar.js';

const KEPT = 'common-ground-guide';
const PLACE = 'C0OPENDOORS';

const things = [
  {
    as: 'U0RENATA',
    what: 'look up a word three organizations mean differently',
    text: '/glossary POC',
  },
  {
    as: 'U0PRIYA',
    what: 'propose what a word means for everybody',
    text: '/glossary define MOU = A written agreement that says who does what, and is not a contract',
  },
  {
    as: 'U0LENA',
    what: 'say yes from a company without the app',
    text: '@Common Ground glossary endorse MOU',
  },
  {
    as: 'U0JOSUE',
    what: 'see every date on one line; then move the clock above to Monday and read your messages',
    text: '/partnership timeline',
  },
];

/** For the first visit: things to try, one click each. */
export function Guide() {
  const { world } = useScene();
  const [isOpen, setOpen] = useState(() => localStorage.getItem(KEPT) !== 'closed');
  if (!isOpen) return null;
  const close = () => {
    localStorage.setItem(KEPT, 'closed');
    setOpen(false);
  };
  return html`<section class="guide" aria-label="Four things to try">
    <header>
      <h3>Four things to try</h3>
      <p>Each makes you that person and fills in the line; you press Send.</p>
      <button type="button" class="icon-button" aria-label="Close the guide" onClick=${close}>×</button>
    </header>
    <ol>
      ${things.map(
        (thing, index) => html`<li key=${thing.as}>
          <button type="button" data-testid="guide-${index + 1}" onClick=${() => prepareLine({ ...thing, place: PLACE })}>
            <${Avatar} id=${thing.as} size="small" />
            <span>
              <b>As ${firstNameOf(nameOf(world, thing.as))}</b>, ${thing.what}
              <code>${thing.text}</code>
            </span>
          </button>
        </li>`,
      )}
    </ol>
  </section>`;
}
