import { actingMember, type Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import type { Answer, Message } from '../answer.ts';
import type { Asking } from '../asking.ts';
import { section } from '../blocks.ts';
import type { Click, Doors } from '../doors.ts';
import { firstWord, type Line, type Talk } from '../line.ts';
import { type Scene, sceneOf, sceneOfClick } from '../scene.ts';
import { gone, numberIn } from '../value-in.ts';
import { decodeAbout } from './about.ts';
import { hintOf, isOfRow } from './hint.ts';
import { lookUp } from './look-up.ts';
import { helpMessage, listMessage, rowMessage, whichRowMessage } from './noun-view.ts';
import type { DayReader } from './read-day.ts';
import { readLine } from './said.ts';
import { isWhole, readValues } from './values.ts';
import type { Given, Noun, Rows, Values, Verb } from './verb.ts';
import {
  daysQuestion,
  formOf,
  invitationTo,
  outcomeMessage,
  type Place,
  questionMessage,
  secretIf,
  whichDayMessage,
} from './verb-view.ts';

/** Whoever asks, and where. */
type Here = { readonly ctx: Context; readonly asking: Asking; readonly scene: Scene };

/** All doors to what can be said of a capability; answers its lines. */
export function openNoun<S>(noun: Noun<S>, doors: Doors, readDay: DayReader): Talk {
  const { name, rows } = noun;
  const verbs = [...(noun.verbs as readonly Verb<S>[]), ...(rows?.verbs ?? [])];

  for (const verb of verbs) openVerb(verb);
  if (rows) openRows(rows);
  doors.present(name, async (click, lead) => standing(hereOfClick(click), lead));

  return async (line): Promise<Answer> => {
    const { first, rest } = firstWord(line.words);
    const word = first.toLowerCase();
    if (word === 'help' && !rest) return helpMessage(noun);
    const here = await hereOf(line);
    if (!word) return standing(here);
    const verb = verbs.find((one) => one.word === word);
    if (verb) return saidInLine(verb, takesPerson(verb) ? firstWord(line.raw).rest : rest, here);
    if (!rows) return helpMessage(noun, `I don’t know “${first.slice(0, 40)}” here.`);
    return looked(rows, line.words, here);
  };

  function openVerb(verb: Verb<S>): void {
    const id = `${name}.${verb.word}`;
    const press: Parameters<Doors['click']>[1] = async (click) => {
      const { id: rowId, values, isSure = false } = decodeAbout(click.value);
      const here = hereOfClick(click);
      const place = await placeOf(verb, rowId, here);
      await refuseEarly(place, here.ctx);
      const isAsked = Object.keys(verb.fields).length > 0 && !values;
      if (isAsked || !isWhole(verb.fields, values ?? {}))
        return { form: formOf(place, values ?? {}) };
      const message = await settled(place, values ?? {}, here, isSure);
      // A question in a direct message is answered in its place, and keeps the rest of the message.
      return values && !message.answered ? { replace: message } : { message };
    };
    doors.click(id, press);
    doors.click(new RegExp(`^${name}\\.${verb.word}\\.\\d+$`), press);
    doors.form(id, async (submission) => {
      const { values, about } = submission;
      const here = hereOfClick(submission);
      const place = await placeOf(verb, decodeAbout(about).id, here);
      await refuseEarly(place, here.ctx);
      const names = Object.keys(verb.fields);
      const said = Object.fromEntries(names.map((one) => [one, values.text(one)]));
      return settled(place, said, here, false);
    });
  }

  function openRows(all: Rows<S>): void {
    doors.click(`${name}.show`, async (click) => {
      const { ctx, scene } = hereOfClick(click);
      const row = await rowWith(all, decodeAbout(click.value).id, ctx, scene);
      return { message: rowMessage(noun, all, row, scene) };
    });
    doors.click(new RegExp(`^${name}\\.page\\.\\d+$`), async (click) => {
      const { ctx, scene } = hereOfClick(click);
      const { page = '', words } = decodeAbout(click.value).values ?? {};
      const listed = await all.list(ctx, scene);
      const shown = words === undefined ? listed : lookUp(all, listed, words).found;
      const listing = { all: shown, number: numberIn(page, 1), words };
      return { replace: listMessage(noun, all, listing, scene) };
    });
  }

  async function saidInLine(verb: Verb<S>, words: string, here: Here): Promise<Answer> {
    const { ctx, scene } = here;
    const ofRow = isOfRow(rows, verb);
    const said = readLine(verb, words, ofRow);
    const place = { noun, verb, scene };
    if (!rows || !ofRow) return saidOf({ ...place, subject: undefined as S }, said.values, here);
    const { one } = rows;
    if (!said.title) throw new Refusal('invalid', `Which ${one}? ${hintOf(noun, verb)}.`);
    const { found, near } = lookUp(rows, await rows.list(ctx, scene), said.title);
    const [subject, other] = found;
    if (subject === undefined) throw missed(rows, said.title, near);
    if (other !== undefined) return whichRowMessage({ ...place, rows }, found, said.values);
    return saidOf({ ...place, subject }, said.values, here);
  }

  async function saidOf(place: Place<S>, said: Partial<Values>, here: Here): Promise<Answer> {
    await refuseEarly(place, here.ctx);
    if (!isWhole(place.verb.fields, said)) return invitationTo(place, said);
    return settled(place, said, here, false);
  }

  /** Reads what was said, asks back where that is not certain, and does it. */
  async function settled(
    place: Place<S>,
    said: Partial<Values>,
    here: Here,
    isSure: boolean,
  ): Promise<Message> {
    const { verb, subject, scene } = place;
    const { ctx, asking } = here;
    const readHere: Given<S>['readDay'] = (text, direction) =>
      readDay(text, ctx, asking, direction);
    const reading = await readValues(verb.fields, said, { scene, readDay: readHere });
    const { values, isCertain, open } = reading;
    if (open) return whichDayMessage(place, reading);
    const given = { ctx, asking, scene, subject, values, readDay: readHere };
    const question = verb.confirm
      ? await verb.confirm(given, isCertain)
      : daysQuestion(place, reading);
    if (question && !isSure) return questionMessage(place, question, values);
    const outcome = await verb.act(given);
    if (!('says' in outcome)) return secretIf(verb, outcome);
    return outcome.isListed
      ? secretIf(verb, await standing(here, outcome.says))
      : outcomeMessage(verb, outcome);
  }

  async function placeOf(verb: Verb<S>, id: string | undefined, here: Here): Promise<Place<S>> {
    const { ctx, scene } = here;
    const isRow = rows && isOfRow(rows, verb);
    const subject = isRow ? await rowWith(rows, id, ctx, scene) : (undefined as S);
    return { noun, verb, subject, scene };
  }

  async function standing(here: Here, lead?: string): Promise<Message> {
    const { ctx, scene } = here;
    if (rows) return listMessage(noun, rows, { all: await rows.list(ctx, scene), lead }, scene);
    return noun.stands ? withLead(await noun.stands(ctx, scene), lead) : helpMessage(noun, lead);
  }

  async function looked(all: Rows<S>, words: string, { ctx, scene }: Here): Promise<Message> {
    const { found, near } = lookUp(all, await all.list(ctx, scene), words);
    const [only, other] = found;
    if (only === undefined) throw missed(all, words, near);
    if (other === undefined) return rowMessage(noun, all, only, scene);
    return listMessage(noun, all, { all: found, words }, scene);
  }

  function missed({ one }: Rows<S>, words: string, near: readonly string[]): Refusal {
    const meant = near.map((title) => `“${title}”`).join(' or ');
    const [first] = noun.verbs as readonly Verb<S>[];
    const sentences = [
      `I know no ${one} “${words.trim().slice(0, 80)}”.`,
      ...(meant ? [`Did you mean ${meant}?`] : []),
      `\`/partnership ${name}\` lists them all.`,
      ...(first ? [`${first.label}: ${hintOf(noun, first)}.`] : []),
    ];
    return new Refusal('not-found', sentences.join(' '));
  }
}

/** A mention is a token, which the words of a line no longer hold. */
function takesPerson<S>({ fields }: Verb<S>): boolean {
  return Object.values(fields).some(({ is }) => is === 'person');
}

async function hereOf({ asking, context }: Line): Promise<Here> {
  const ctx = await context();
  return { ctx, asking, scene: sceneOf(ctx, asking) };
}

function hereOfClick(given: Pick<Click, 'ctx' | 'asking' | 'channelId'>): Here {
  return { ctx: given.ctx, asking: given.asking, scene: sceneOfClick(given) };
}

async function refuseEarly<S>({ verb, subject }: Place<S>, ctx: Context): Promise<void> {
  if (!verb.isLooking) actingMember(ctx);
  await verb.may?.(ctx, subject);
}

async function rowWith<S>(
  rows: Rows<S>,
  id: string | undefined,
  ctx: Context,
  scene: Scene,
): Promise<S> {
  if (id === undefined) throw gone();
  const found = (await rows.list(ctx, scene)).find((row) => rows.idOf(row) === id);
  if (found !== undefined) return found;
  throw new Refusal('too-late', `That ${rows.one} is no longer here.`);
}

function withLead(message: Message, lead: string | undefined): Message {
  if (!lead) return message;
  const { text, blocks = [] } = message;
  return { ...message, text: `${lead}\n${text}`, blocks: [section(lead), ...blocks] };
}
