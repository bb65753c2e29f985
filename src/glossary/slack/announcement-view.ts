import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { listed } from '../../slack/listed.ts';
import { bold, inert, quote } from '../../slack/mrkdwn.ts';
import type { Entry } from '../entry.ts';
import { contentParagraphs } from './entry-view.ts';
import { encodeAbout, GLOSSARY } from './ids.ts';
import { nameOf, presentIds, type Scene, statusLine, unansweredNames } from './words.ts';

/** One quiet line when a term becomes agreed. */
export function agreedLine(entry: Entry, scene: Scene): Message {
  const content = entry.agreed?.content;
  const all = listed(presentIds(scene).map((id) => nameOf(scene, id)));
  const definition = content?.definition ?? '';
  const text = content?.deprecated
    ? `Settled: ${bold(entry.text)} is retired.${content.replacedBy ? ` Use ${bold(content.replacedBy)} instead.` : ''} ${all} all said yes.`
    : `Settled: ${bold(content?.preferredLabel ?? entry.text)} — ${inert(closed(definition))} ${all} all said yes. Look it up any time with \`/glossary\`.`;
  return { text, blocks: [context(text)] };
}

function closed(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** A term as everybody in the channel may see it, with the buttons to answer. */
export function sharedMessage(entry: Entry, scene: Scene, sharedBy?: string): Message {
  if (entry.isCollecting) return askMessage(entry, scene);
  const paragraphs = [
    `${bold(entry.text)} · ${statusLine(entry)}`,
    ...contentParagraphs(entry, scene),
  ];
  const about = aboutOf(entry, scene);
  const buttons = [
    ...(entry.open
      ? [
          button({
            id: GLOSSARY.endorse,
            text: 'Endorse',
            value: about,
            style: 'primary',
            label: `Endorse ${entry.text}`,
          }),
          button({
            id: GLOSSARY.object,
            text: 'Object',
            value: about,
            label: `Object to ${entry.text}`,
          }),
        ]
      : [
          button({
            id: GLOSSARY.usage,
            text: 'How we use it',
            value: about,
            label: `How we use ${entry.text}`,
          }),
        ]),
  ];
  const by = sharedBy ? `Shared by ${inert(sharedBy)}` : undefined;
  return {
    text: [...paragraphs, ...(by ? [by] : [])].join('\n'),
    blocks: [
      ...paragraphs.map((text) => section(text)),
      actions(buttons),
      ...(by ? [context(by)] : []),
    ],
  };
}

/** What is added under the message that shows the term; undefined when it is moot by now. */
export function discussionMessage(
  entry: Entry,
  scene: Scene,
  what: string,
  slackUserId: string,
): Message | undefined {
  const { open } = entry;
  if (!open) return undefined;
  if (what === 'changed') {
    const text = `${nameOf(scene, open.organizationId)} put forward version ${open.version}:\n${quote(open.content.definition)}`;
    return { text, blocks: [section(text)] };
  }
  const objection = open.stances.find((s) => s.kind === 'object' && s.slackUserId === slackUserId);
  if (!objection) return undefined;
  const text = `${inert(objection.name)} (${nameOf(scene, objection.organizationId)}) objects to version ${open.version}:\n${quote(objection.reason ?? '')}`;
  return { text, blocks: [section(text)] };
}

/** Asks every organization for its meaning before anybody sees the others' (domain 3.3). */
export function askMessage(entry: Entry, scene: Scene): Message {
  const missing = unansweredNames(entry, scene);
  const text = `Before we compare notes: when someone in your organization says ${bold(entry.text)}, what do they mean? A short line is enough. The others’ answers appear once everyone has written theirs. Still to write: ${listed(missing)}.`;
  return {
    text,
    blocks: [
      section(text),
      actions([
        button({
          id: GLOSSARY.usage,
          text: 'Write our meaning',
          value: aboutOf(entry, scene),
          style: 'primary',
          label: `Write our meaning of ${entry.text}`,
        }),
      ]),
    ],
  };
}

/** The meanings side by side, once all are in. */
export function revealMessage(entry: Entry, scene: Scene): Message {
  const lives = entry.usages.map(
    ({ organizationId, meaning }) => `• *${nameOf(scene, organizationId)}*: ${inert(meaning)}`,
  );
  const isHomonym = entry.conflict === 'homonym';
  const lead = isHomonym
    ? `${bold(entry.text)} has ${entry.usages.length === 2 ? 'two lives' : `${entry.usages.length} lives`} here. Nobody is wrong. How shall we tell them apart?`
    : `Everybody has written what ${bold(entry.text)} means, and it looks like one idea.`;
  const text = [lead, ...lives].join('\n');
  const about = aboutOf(entry, scene);
  return {
    text,
    blocks: [
      section(lead),
      ...(lives.length > 0 ? [section(lives.join('\n'))] : []),
      actions([
        button({
          id: GLOSSARY.define,
          text: isHomonym ? 'Tell them apart' : 'Propose a wording',
          value: about,
          style: 'primary',
          label: `Tell apart the meanings of ${entry.text}`,
        }),
        ...(isHomonym
          ? [
              button({
                id: GLOSSARY.same,
                text: 'It’s the same idea',
                value: about,
                label: `The meanings of ${entry.text} are one idea`,
              }),
            ]
          : []),
      ]),
    ],
  };
}

function aboutOf(entry: Entry, scene: Scene): string {
  return encodeAbout({
    termId: entry.id,
    version: entry.open?.version ?? 0,
    channelId: scene.channelId,
  });
}
