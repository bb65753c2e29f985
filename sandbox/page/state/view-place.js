import { heldBy, keyOf } from '../blocks/place.js';
import { act } from './actions.js';
import { getState, setState } from './store.js';

/**
 * What is typed in a view stays in the page until something is sent: a redraw, or a look at
 * another modal of the stack, must not lose it. By view and element.
 */
const drafts = new Map();

function draftsOf(view) {
  if (!drafts.has(view.id)) drafts.set(view.id, new Map());
  return drafts.get(view.id);
}

/** @returns {Omit<import('../blocks/place.js').Place, 'errors'>} */
export function viewPlace(view, corrected = () => {}) {
  const typed = draftsOf(view);
  const where = view.type === 'home' ? { home: true } : { view: view.id };
  return {
    where,
    read(block, element) {
      const key = keyOf(block, element);
      return typed.has(key) ? typed.get(key) : heldBy(view.values, block, element);
    },
    write(block, element, value) {
      typed.set(keyOf(block, element), value);
      corrected(block.block_id);
      redraw();
    },
    async use(block, element, value) {
      const values = draftValues(view);
      if (view.type === 'modal' && Object.keys(values).length > 0) {
        await act('fill', { view: view.id, values });
      }
      return act('click', target(where, block, element, value));
    },
  };
}

/** What was typed into the input blocks that the view has now, as `submit` wants it. */
export function draftValues(view) {
  const typed = draftsOf(view);
  const inputs = view.blocks.filter(({ type }) => type === 'input');
  const entered = inputs.filter((block) => typed.has(keyOf(block, block.element)));
  return Object.fromEntries(
    entered.map((block) => [block.block_id, typed.get(keyOf(block, block.element))]),
  );
}

/** Choices in a message are the person's own, and this page's only. */
const chosen = new Map();

/** @returns {import('../blocks/place.js').Place} */
export function messagePlace(channel, message) {
  const prefix = [getState().as, channel, message.ts].join(' ');
  const where = { channel, ts: message.ts };
  return {
    where,
    errors: {},
    read(block, element) {
      const key = `${prefix} ${keyOf(block, element)}`;
      return chosen.has(key) ? chosen.get(key) : heldBy(undefined, block, element);
    },
    write(block, element, value) {
      chosen.set(`${prefix} ${keyOf(block, element)}`, value);
      redraw();
    },
    use: (block, element, value) => act('click', target(where, block, element, value)),
  };
}

function target(where, block, element, value) {
  const said = value === undefined ? {} : { value };
  return { ...where, action: element.action_id, block: block.block_id, ...said };
}

function redraw() {
  setState({});
}
