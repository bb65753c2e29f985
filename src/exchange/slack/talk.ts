import { actingMember, type Context } from '../../context.ts';
import type { Answer, Message } from '../../slack/answer.ts';
import type { Asking } from '../../slack/asking.ts';
import type { Line, PartTalk } from '../../slack/line.ts';
import { sceneOf } from '../../slack/scene.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export-format.ts';
import { startExport } from '../start-export.ts';
import { startImport } from '../start-import.ts';
import { importForm } from './form-view.ts';
import type { ImportScene } from './preview-view.ts';

export const READING: Message = {
  text: 'I’m reading it. The preview comes to our direct messages in a moment; nothing happens before you say so.',
};

/** `import` with a file, with pasted rows, or alone for the form. */
export const importTalk: PartTalk = Object.assign(bringIn, { takesLong: isPasted });

function isPasted(words: string): boolean {
  return /[\n=\t]/.test(words);
}

async function bringIn(line: Line): Promise<Answer | undefined> {
  const [fileId] = line.fileIds;
  if (line.words && !fileId && !isPasted(line.words)) return undefined;
  const ctx = await line.context();
  actingMember(ctx);
  const { channelId } = exchangeScene(ctx, line.asking);
  if (!fileId && !line.words) return importForm(channelId);
  await startImport(ctx, { fileId, pasted: line.words, channelId });
  return READING;
}

/** `export`, with a format or without. */
export const exportTalk: PartTalk = async (line) => {
  const wanted = line.words.toLowerCase() || 'csv';
  const format = EXPORT_FORMATS.find((one) => one === wanted);
  if (!format) return undefined;
  return exportAnswer(await line.context(), format);
};

async function exportAnswer(ctx: Context, format: ExportFormat): Promise<Message> {
  await startExport(ctx, { format });
  const others = EXPORT_FORMATS.filter((one) => one !== format).map(
    (one) => `\`/glossary export ${one}\``,
  );
  return {
    text: `I’m putting the ${format.toUpperCase()} file together; it comes to our direct messages, where only you see it. Other kinds: ${others.join(', ')}.`,
  };
}

export function exchangeScene(
  ctx: Context,
  asking?: Pick<Asking, 'channelId' | 'isDirect'>,
): ImportScene {
  const { channelId, organizations } = sceneOf(ctx, asking);
  return { channelId, organizations: organizations.filter(({ hasLeft }) => !hasLeft) };
}
