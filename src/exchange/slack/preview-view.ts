import type { KnownBlock } from '@slack/types';
import type { Message } from '../../slack/answer.ts';
import { actions, button, context, section } from '../../slack/blocks.ts';
import { cut } from '../../slack/limits.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { ImportPage } from '../get-import.ts';
import type { KeptRow, RowKind } from '../plan-import.ts';
import { type AboutImport, EXCHANGE, encodeImport } from './ids.ts';

export type ImportScene = {
  readonly channelId: string;
  readonly organizations: readonly { readonly id: string; readonly shortName: string }[];
};

const KIND_WORDS: Readonly<Record<RowKind, string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'The same',
  refused: 'Refused',
};

const KINDS: readonly RowKind[] = ['new', 'changed', 'same', 'refused'];

/** What its author sees of an import, from the reading to the end. */
export function importMessage(shown: ImportPage, scene: ImportScene): Message {
  const { state, source, problem = '', proposedCount, agreedCount } = shown.import;
  const name = bold(source);
  switch (state) {
    case 'reading':
      return said(`Reading ${name}.`);
    case 'ready':
      return previewMessage(shown, scene, problem);
    case 'asking':
      return said(
        `${name}: the coordinators are asked in <#${shown.import.channelId}>. ${confirmations(shown, scene)}`,
        [cancelButton(shown, scene, 'Call it off')],
      );
    case 'applying':
      return said(`${name}: bringing in ${terms(shown.counts.new + shown.counts.changed)}.`);
    case 'done':
      return said(`${name}: done. ${outcome(proposedCount, agreedCount)}`);
    case 'cancelled':
      return said(`${name}: called off, and nothing was changed. ${inert(problem)}`.trim());
    case 'failed':
      return said(`I couldn’t bring in ${name}. ${inert(problem)}`);
  }
}

export function progressMessage(source: string, done: number, of: number): Message {
  return said(`${bold(source)}: ${done} of ${terms(of)}.`);
}

/** The rows alone, for everybody who is asked or wants to know. */
export function rowsMessage(shown: ImportPage, scene: ImportScene): Message {
  const lead = `${bold(shown.import.source)}, brought in by ${inert(shown.import.author.displayName)}: ${tally(shown)}`;
  const blocks = [section(lead), ...rowBlocks(shown, scene, EXCHANGE.see)];
  return { text: [lead, ...shown.rows.map(rowLine)].join('\n'), blocks: blocks };
}

function previewMessage(shown: ImportPage, scene: ImportScene, problem: string): Message {
  const { counts } = shown;
  const found = counts.new + counts.changed + counts.same + counts.refused;
  const lead = [
    ...(problem ? [inert(problem)] : []),
    `I read ${found === 1 ? 'one row' : `${found} rows`} from ${bold(shown.import.source)}: ${tally(shown)}`,
  ].join('\n');
  const isEmpty = counts.new + counts.changed === 0;
  const how = isEmpty
    ? 'There is nothing to bring in. Mend the rows that were refused and bring the file in again.'
    : `${counts.refused > 0 ? 'Refused rows are left out. ' : ''}As proposals, the others still say yes to each term. To take all of it over as agreed, a coordinator of every organization confirms this list.`;
  const about = aboutOf(shown, scene);
  const blocks: readonly KnownBlock[] = [
    section(lead),
    ...rowBlocks(shown, scene, EXCHANGE.page),
    context(how),
    actions([
      ...(isEmpty
        ? []
        : [
            button({
              id: EXCHANGE.propose,
              text: `Propose ${terms(counts.new + counts.changed)}`,
              value: encodeImport(about),
              style: 'primary',
            }),
            button({ id: EXCHANGE.ask, text: 'Ask for agreement', value: encodeImport(about) }),
          ]),
      cancelButton(shown, scene, 'Leave it'),
    ]),
  ];
  return { text: [lead, ...shown.rows.map(rowLine), how].join('\n'), blocks: blocks };
}

function rowBlocks(shown: ImportPage, scene: ImportScene, id: string): readonly KnownBlock[] {
  const { counts, kind, page, of } = shown;
  const about = aboutOf(shown, scene);
  const to = (text: string, key: string, where: Partial<AboutImport>) =>
    button({ id: `${id}.${key}`, text, value: encodeImport({ ...about, ...where }) });
  const others = KINDS.filter((one) => one !== kind && counts[one] > 0);
  const turns = [
    ...others.map((one) => to(`${KIND_WORDS[one]} ${counts[one]}`, one, { kind: one, page: 1 })),
    ...(page > 1 ? [to('Back', 'back', { page: page - 1 })] : []),
    ...(page < of ? [to('More', 'more', { page: page + 1 })] : []),
  ];
  const where = of > 1 ? `, page ${page} of ${of}` : '';
  return [
    section(
      [`*${KIND_WORDS[kind]}: ${counts[kind]}*${where}`, ...shown.rows.map(rowLine)].join('\n'),
    ),
    ...(turns.length > 0 ? [actions(turns)] : []),
  ];
}

function rowLine({ line, term, reason, record }: KeptRow): string {
  const words = reason ?? record?.definition ?? '';
  return `${line}. ${bold(cut(term, 80))}: ${inert(cut(words, 140))}`;
}

function tally({ counts }: ImportPage): string {
  const words = KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${counts[kind]} ${KIND_WORDS[kind].toLowerCase()}`,
  );
  return words.length > 0 ? `${words.join(', ')}.` : 'nothing in it.';
}

export function confirmations({ import: given }: ImportPage, scene: ImportScene): string {
  const said = new Set(given.consents.map(({ organizationId }) => organizationId));
  const yes = scene.organizations.filter(({ id }) => said.has(id));
  const no = scene.organizations.filter(({ id }) => !said.has(id));
  const names = (some: ImportScene['organizations']) =>
    some.map(({ shortName }) => inert(shortName)).join(', ');
  return [
    ...(yes.length > 0 ? [`Confirmed by ${names(yes)}.`] : []),
    no.length > 0
      ? `Still to confirm: ${names(no)}.`
      : 'It is taken over once the waiting days are past.',
  ].join(' ');
}

export function outcome(proposed: number, agreed: number): string {
  return [
    ...(agreed > 0 ? [`${terms(agreed)} ${agreed === 1 ? 'is' : 'are'} agreed.`] : []),
    ...(proposed > 0
      ? [
          `${terms(proposed)} ${proposed === 1 ? 'is' : 'are'} put forward: \`/glossary list proposed\``,
        ]
      : []),
  ].join(' ');
}

export function terms(count: number): string {
  return count === 1 ? 'one term' : `${count} terms`;
}

function cancelButton(shown: ImportPage, scene: ImportScene, text: string) {
  return button({ id: EXCHANGE.cancel, text, value: encodeImport(aboutOf(shown, scene)) });
}

export function aboutOf(
  { import: { id: importId }, kind, page }: ImportPage,
  { channelId }: ImportScene,
): AboutImport {
  return { importId, kind, page, channelId };
}

function said(text: string, buttons: readonly ReturnType<typeof button>[] = []): Message {
  return {
    text,
    blocks: [section(text), ...(buttons.length > 0 ? [actions(buttons)] : [])],
  };
}
