import { nameOf, organizationOf, peopleAt, personOf } from './people.js';

/**
 * @typedef {{ label: string, note?: string, hint?: string, isTyped: boolean,
 *   replaced: { text: string, caret: number } }} Suggestion
 */

/** What could follow what is typed. @returns {{ items: Suggestion[], note?: string }} */
export function suggestionsFor(scene, text, caret, thread) {
  if (/^\/\S*/.test(text)) return commandsFor(scene, text, thread);
  const [, lead = '', typed] =
    /(^|[\s(])@([\p{L}\p{N} .-]{0,24})$/u.exec(text.slice(0, caret)) ?? [];
  if (typed === undefined) return { items: [] };
  return { items: mentionsFor(scene, text, caret, caret - typed.length - 1, typed, lead) };
}

function commandsFor(scene, text, thread) {
  const { world } = scene;
  const [name = ''] = text.split(/\s/);
  const matching = world.commands.filter(({ command }) => command.startsWith(name));
  if (matching.length === 0) return { items: [] };
  const why = whyNoCommands(scene, thread);
  if (why) return { note: why, items: matching.map((it) => insteadOf(it, scene, text, name)) };
  const items = matching.map(({ command, usage_hint, description }) => ({
    label: command,
    hint: usage_hint,
    note: description,
    isTyped: name === command,
    replaced: ending(name === command ? text : `${command} `),
  }));
  return { items: name.length < text.length ? items.filter(({ isTyped }) => isTyped) : items };
}

function whyNoCommands({ world, as, place }, thread) {
  const user = personOf(world, as);
  const app = world.app.name;
  const instead = place === 'dm' ? 'Here a plain line does the same:' : 'A mention does the same:';
  if (user.isOutsider) {
    const { name } = organizationOf(world, user);
    return `${name} has not installed ${app}, so its people have no slash commands. ${instead}`;
  }
  return thread && `Slash commands do not work in threads. ${instead}`;
}

/** What says the same to the app without a command. */
function insteadOf({ command }, { world, place }, text, name) {
  const words = `${command.slice(1)}${text.slice(name.length)}`;
  const line = place === 'dm' ? words : `@${world.app.name} ${words}`;
  return { label: line.trim(), isTyped: false, replaced: ending(`${line.trimEnd()} `) };
}

function mentionsFor({ world, sees, place }, text, caret, at, typed) {
  const people = peopleAt({ world, sees }, place);
  return [world.app.botUserId, ...people]
    .map((id) => ({ id, name: nameOf(world, id) }))
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()) && name !== typed)
    .slice(0, 6)
    .map(({ id, name }) => {
      const before = `${text.slice(0, at)}@${name} `;
      const user = personOf(world, id);
      return {
        label: `@${name}`,
        note: user ? organizationOf(world, user).short : 'the app: works for everybody here',
        isTyped: false,
        replaced: { text: before + text.slice(caret), caret: before.length },
      };
    });
}

function ending(text) {
  return { text, caret: text.length };
}
