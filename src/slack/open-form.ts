import type { webApi } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Asking } from './asking.ts';
import { slackErrorOf } from './clients.ts';
import { withoutFiles } from './form.ts';

/** Over whatever is open already, where it was asked for in there. */
export type OpenForm = (view: ModalView, asking: Asking, how?: 'open' | 'push') => Promise<void>;

export function createOpenForm(client: webApi.WebClient): OpenForm {
  return async (view, asking, how = 'open') => {
    const trigger_id = asking.triggerId ?? '';
    const show = (given: ModalView) =>
      how === 'push'
        ? client.views.push({ trigger_id, view: given })
        : client.views.open({ trigger_id, view: given });
    try {
      await show(view);
    } catch (error) {
      // Slack refuses a form that takes files where nobody allowed the app to read any.
      const plain = withoutFiles(view);
      if (slackErrorOf(error) !== 'invalid_arguments' || !plain) throw error;
      await show(plain);
    }
  };
}
