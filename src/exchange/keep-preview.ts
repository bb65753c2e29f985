import type { Context } from '../context.ts';
import { changeImport } from './store.ts';

/** Remembers where the author sees how it goes, or where the coordinators are asked. */
export async function keepPreview(
  ctx: Context,
  importId: string,
  where: {
    readonly preview?: { readonly channelId: string; readonly ts: string };
    readonly askedTs?: string;
  },
): Promise<void> {
  const { preview, askedTs } = where;
  await changeImport(ctx.db, ctx.partnership.id, importId, {
    ...(preview && { previewChannel: preview.channelId, previewTs: preview.ts }),
    ...(askedTs && { askedTs }),
  });
}
