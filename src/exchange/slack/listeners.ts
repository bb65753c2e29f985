import type { Context } from '../../context.ts';
import type { Click, Doors } from '../../slack/doors.ts';
import { askCoordinators } from '../ask-coordinators.ts';
import { cancelImport } from '../cancel-import.ts';
import { confirmImport } from '../confirm-import.ts';
import { getImport, type ImportPage } from '../get-import.ts';
import { proposeImport } from '../propose-import.ts';
import { startImport } from '../start-import.ts';
import { importForm } from './form-view.ts';
import { type AboutImport, decodeImport, EXCHANGE } from './ids.ts';
import { type ImportScene, importMessage, rowsMessage } from './preview-view.ts';
import { exchangeScene, READING } from './talk.ts';

export function registerExchange(doors: Doors): void {
  doors.click(EXCHANGE.import, async ({ channelId }) => {
    return { form: importForm(channelId).view };
  });

  doors.form(EXCHANGE.import, async (submission) => {
    const { ctx, channelId } = submission;
    const [fileId] = submission.values.fileIds('file');
    const pasted = submission.values.text('pasted');
    await startImport(ctx, { fileId, pasted, channelId });
    return READING;
  });

  doors.click(/^exchange\.page\.\w+$/, async (click) => {
    const { shown, scene } = await opened(click);
    return { replace: importMessage(shown, scene) };
  });

  doors.click(EXCHANGE.see, async (click) => {
    const { shown, scene } = await opened(click);
    return { message: rowsMessage(shown, scene) };
  });

  doors.click(/^exchange\.see\.\w+$/, async (click) => {
    const { shown, scene } = await opened(click);
    return { replace: rowsMessage(shown, scene) };
  });

  doors.click(EXCHANGE.propose, async (click) => {
    const { ctx, about } = clicked(click);
    await proposeImport(ctx, about);
    return { replace: await messageNow(ctx, about) };
  });

  doors.click(EXCHANGE.ask, async (click) => {
    const { ctx, about } = clicked(click);
    await askCoordinators(ctx, about);
    return { replace: await messageNow(ctx, about) };
  });

  doors.click(EXCHANGE.confirm, async (click) => {
    const { ctx, about } = clicked(click);
    const { isUnderWay } = await confirmImport(ctx, about);
    const text = isUnderWay
      ? 'Confirmed. That was the last one: it is being brought in.'
      : 'Confirmed for your organization.';
    return { message: { text } };
  });

  doors.click(EXCHANGE.cancel, async (click) => {
    const { ctx, about } = clicked(click);
    await cancelImport(ctx, about);
    return { message: { text: 'Called off. Nothing was changed.' } };
  });
}

function clicked({ ctx, value }: Click): { readonly ctx: Context; readonly about: AboutImport } {
  return { ctx, about: decodeImport(value) };
}

async function opened(
  click: Click,
): Promise<{ readonly shown: ImportPage; readonly scene: ImportScene }> {
  const { ctx, about } = clicked(click);
  return { shown: await getImport(ctx, about), scene: exchangeScene(ctx, click.asking) };
}

async function messageNow(ctx: Context, about: AboutImport) {
  return importMessage(await getImport(ctx, { importId: about.importId }), exchangeScene(ctx));
}
