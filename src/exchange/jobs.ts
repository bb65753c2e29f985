import type { Context } from '../context.ts';
import { listMembers } from '../members/list-members.ts';
import { Refusal } from '../refusal.ts';
import { NotYet } from '../schedule/not-yet.ts';
import type { HandlersOf, JobData } from '../schedule/queue.ts';
import type { Message } from '../slack/answer.ts';
import type { Files } from '../slack/files.ts';
import { isCertainlyNotSent, type Poster } from '../slack/post.ts';
import { announceImport } from './announce-import.ts';
import { applyImport } from './apply-import.ts';
import { EXPORT_FORMATS } from './export-format.ts';
import { exportGlossary } from './export-glossary.ts';
import { failImport } from './fail-import.ts';
import { SHORT } from './formats/limits.ts';
import { readGlossary } from './formats/read-glossary.ts';
import { writeGlossary } from './formats/write-glossary.ts';
import { getImport, type ImportPage } from './get-import.ts';
import { keepPreview } from './keep-preview.ts';
import { putImportAside } from './put-import-aside.ts';
import { readApart } from './read-apart.ts';
import { type Reading, readImport } from './read-import.ts';
import { askingMessage, broughtInMessage } from './slack/asking-view.ts';
import { exportLead } from './slack/export-view.ts';
import { importMessage, progressMessage } from './slack/preview-view.ts';
import type { TermImport } from './term-import.ts';

declare module '../schedule/queue.ts' {
  interface JobTable {
    'exchange.read': true;
    'exchange.show': true;
    'exchange.ask': true;
    'exchange.apply': true;
    'exchange.put-aside': true;
    'exchange.announce': true;
    'exchange.export': true;
  }
}

export type ExchangeParts = {
  readonly contextFor: (partnershipId: string) => Promise<Context>;
  readonly poster: Poster;
  readonly files: Files;
};

const BETWEEN_PROGRESS_MS = 2_000;
/** Each may take the memory of a process. */
const READINGS_AT_ONCE = 2;
const SECONDS_UNTIL_THE_NEXT = 3;

/** What happens to an import and an export after the person was answered. */
export function exchangeJobs({
  contextFor,
  poster,
  files,
}: ExchangeParts): HandlersOf<
  | 'exchange.read'
  | 'exchange.show'
  | 'exchange.ask'
  | 'exchange.apply'
  | 'exchange.put-aside'
  | 'exchange.announce'
  | 'exchange.export'
> {
  const about = async ({ partnershipId = '', importId = '' }: JobData) => {
    const ctx = await contextFor(partnershipId);
    const shown = await getImport(ctx, { importId });
    const { channelId } = shown.import;
    const organizations = ctx.partnership.organizations.filter(({ hasLeft }) => !hasLeft);
    return { ctx, shown, scene: { channelId, organizations } };
  };

  /** In the author's direct messages, and where the coordinators are asked: what is true now. */
  const show = async (data: JobData) => {
    const { ctx, shown, scene } = await about(data);
    const { preview, askedTs, channelId } = shown.import;
    const message = importMessage(shown, scene);
    if (preview) await poster.refresh(preview.channelId, preview.ts, message);
    else await showFirst(ctx, shown, message);
    if (askedTs) await poster.refresh(channelId, askedTs, askingMessage(shown, scene));
  };

  const showFirst = async (ctx: Context, { import: given }: ImportPage, message: Message) => {
    const preview = await poster.direct(given.author.slackUserId, message);
    await keepPreview(ctx, given.id, { preview });
  };

  let readings = 0;
  const inTurn = async (given: TermImport): Promise<Reading> => {
    if (readings >= READINGS_AT_ONCE) throw new NotYet(SECONDS_UNTIL_THE_NEXT);
    readings += 1;
    try {
      return await read(given);
    } finally {
      readings -= 1;
    }
  };

  const read = async ({ fileId, pasted = '' }: TermImport): Promise<Reading> => {
    try {
      const { name, bytes } = fileId
        ? await files.fetch(fileId)
        : { name: undefined, bytes: new TextEncoder().encode(pasted) };
      const isShort = !fileId && pasted.length <= SHORT;
      const {
        rows,
        problem,
        ignored = [],
      } = isShort ? readGlossary(pasted) : await readApart(bytes, name);
      if (problem !== undefined) return { problem };
      const note =
        ignored.length > 0
          ? `I didn’t understand these columns and left them out: ${ignored.join(', ')}.`
          : undefined;
      return { rows, source: name ?? 'a pasted list', note };
    } catch (error) {
      if (error instanceof Refusal) return { problem: error.message };
      throw error;
    }
  };

  /** Slack takes some three changes of a message in a second; a person reads one in two. */
  const reporting = ({ import: { preview, source } }: ImportPage) => {
    let last = performance.now();
    return (done: number, of: number) => {
      if (!preview || performance.now() - last < BETWEEN_PROGRESS_MS) return;
      last = performance.now();
      const message = progressMessage(source, done, of);
      void poster.refresh(preview.channelId, preview.ts, message).catch(() => {});
    };
  };

  return {
    'exchange.read': async (data) => {
      const { ctx, shown } = await about(data);
      if (shown.import.state === 'reading') {
        await readImport(ctx, { importId: shown.import.id, reading: await inTurn(shown.import) });
      }
      await show(data);
    },
    'exchange.show': show,
    'exchange.ask': async (data) => {
      const { ctx, shown, scene } = await about(data);
      if (!shown.import.askedTs && shown.import.state !== 'ready') {
        const askedTs = await poster.post(scene.channelId, askingMessage(shown, scene));
        await keepPreview(ctx, shown.import.id, { askedTs });
      }
      await show(data);
    },
    'exchange.apply': async ({ about: importId = '', partnershipId = '' }) => {
      const data = { importId, partnershipId };
      const { ctx, shown } = await about(data);
      try {
        await applyImport(ctx, { importId, report: reporting(shown) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await failImport(ctx, { importId, problem: error.message });
      }
      await show(data);
    },
    'exchange.put-aside': async ({ partnershipId = '', importId, about: applied = '' }) => {
      const data = { importId: importId ?? applied, partnershipId };
      const { ctx } = await about(data);
      await putImportAside(ctx, data);
      await show(data);
    },
    'exchange.announce': async (data) => {
      const { ctx, shown, scene } = await about(data);
      const send = async () => void (await poster.post(scene.channelId, broughtInMessage(shown)));
      const announcement = { send, isCertainlyNotSent };
      await announceImport(ctx, { importId: shown.import.id, announcement });
    },
    'exchange.export': async ({ partnershipId = '', memberId = '', format: wanted = '' }) => {
      const ctx = await contextFor(partnershipId);
      const member = (await listMembers(ctx)).find(({ id }) => id === memberId);
      const format = EXPORT_FORMATS.find((one) => one === wanted);
      if (!member || !format) return;
      const exported = await exportGlossary({ ...ctx, member });
      const on = ctx.clock.now().toISOString().slice(0, 10);
      const { name: partnershipName } = ctx.partnership;
      const file = writeGlossary(exported.records, format, { partnershipName, on });
      const { channelId } = await poster.direct(
        member.slackUserId,
        exportLead(exported, format, partnershipName),
      );
      try {
        const bytes = new TextEncoder().encode(file.text);
        await files.send(channelId, { fileName: file.fileName, title: file.fileName, bytes });
      } catch (error) {
        if (!isCertainlyNotSent(error)) throw error;
        const text = error instanceof Refusal ? error.message : 'Slack did not take the file.';
        await poster.direct(member.slackUserId, { text });
      }
    },
  };
}
