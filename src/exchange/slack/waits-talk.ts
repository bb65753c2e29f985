import type { Context } from '../../context.ts';
import { button } from '../../slack/blocks.ts';
import { bold, inert } from '../../slack/mrkdwn.ts';
import type { Waiting } from '../../slack/waiting.ts';
import { listUnconfirmed, type Unconfirmed } from '../list-unconfirmed.ts';
import { EXCHANGE, encodeImport } from './ids.ts';
import { terms } from './preview-view.ts';

/** The lists of terms that a coordinator has not confirmed for their organization yet. */
export async function importsWait(ctx: Context): Promise<readonly Waiting[]> {
  return (await listUnconfirmed(ctx)).map(waitingImport);
}

function waitingImport({ import: given, terms: count }: Unconfirmed): Waiting {
  const { id: importId, source, author, channelId } = given;
  const value = encodeImport({ importId, kind: undefined, page: 1, channelId });
  return {
    text: `${bold(source)}: ${terms(count)} that ${inert(author.displayName)} brought in. Does the list hold for your organization?`,
    buttons: [
      button({ id: EXCHANGE.see, text: 'See the list', value, label: `See the list: ${source}` }),
      button({
        id: EXCHANGE.confirm,
        text: 'Confirm for us',
        value,
        style: 'primary',
        label: `Confirm for us: ${source}`,
      }),
      button({
        id: EXCHANGE.cancel,
        text: 'Not like this',
        value,
        label: `Not like this: ${source}`,
      }),
    ],
  };
}
