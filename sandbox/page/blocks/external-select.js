import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { optionsFor } from '../state/actions.js';
import { keyOfValue, offerOf } from './offered.js';
import { usePlace } from './place.js';
import { plainText } from './text.js';

const PAUSE_MS = 200;

/** A typing box that asks the app what it offers. */
export function ExternalSelect({ block, element, field }) {
  const { where } = usePlace();
  const isMany = element.type.startsWith('multi_');
  const chosen = [field.value ?? []].flat();
  const [typed, setTyped] = useState(null);
  const [offers, setOffers] = useState([]);
  const [active, setActive] = useState(0);
  const least = element.min_query_length ?? 3;
  const asked = useRef(0);
  const list = useRef(null);

  useEffect(() => {
    const turn = ++asked.current;
    if (typed === null || typed.length < least) {
      setOffers([]);
      return undefined;
    }
    const timer = setTimeout(async () => {
      const options = await optionsFor({ ...where, action: element.action_id, text: typed });
      if (turn !== asked.current) return;
      setOffers(options.map((option) => offerOf(option)));
      setActive(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  // The modal scrolls: what is offered must not stay hidden under its foot.
  useEffect(() => {
    if (offers.length) list.current.scrollIntoView({ block: 'nearest' });
  }, [offers]);

  const choose = ({ key, value }) => {
    const others = chosen.filter((it) => keyOfValue(it) !== key);
    field.enter(isMany ? [...others, value] : value);
    setTyped(null);
  };
  const drop = (value) => field.enter(isMany ? chosen.filter((it) => it !== value) : null);
  const press = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offers.length) setActive((active + step + offers.length) % offers.length);
    else if (event.key === 'Enter' && offers[active]) choose(offers[active]);
    else if (event.key === 'Escape' && offers.length) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const id = `offers-${block.block_id}-${element.action_id}`;
  return html`<div class="external">
    ${chosen.map(
      (value) => html`<span class="chip">
        ${plainText(value.text)}
        <button type="button" aria-label="Remove ${plainText(value.text)}"
          onClick=${() => drop(value)}>×</button>
      </span>`,
    )}
    <input
      ...${field.attributes}
      class="field"
      role="combobox"
      aria-expanded=${String(offers.length > 0)}
      aria-controls=${id}
      aria-autocomplete="list"
      aria-activedescendant=${offers.length ? `${id}-${active}` : undefined}
      autocomplete="off"
      placeholder=${plainText(element.placeholder) || 'Type to search'}
      value=${typed ?? ''}
      onFocus=${() => setTyped(typed ?? '')}
      onInput=${({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur=${() => setTyped(null)}
      onKeyDown=${press}
    />
    <ul ref=${list} class="offers" role="listbox" id=${id} hidden=${offers.length === 0}>
      ${offers.map(
        (offer, index) => html`<li
          id="${id}-${index}"
          role="option"
          aria-selected=${String(index === active)}
          onMouseDown=${(event) => {
            event.preventDefault();
            choose(offer);
          }}
        >${offer.label}</li>`,
      )}
    </ul>
  </div>`;
}
