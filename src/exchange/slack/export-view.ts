import type { Message } from '../../slack/answer.ts';
import { bold } from '../../slack/mrkdwn.ts';
import type { ExportFormat } from '../export-format.ts';
import { terms } from './preview-view.ts';

export function exportLead(
  { records, leftOut }: { readonly records: readonly unknown[]; readonly leftOut: number },
  format: ExportFormat,
  partnershipName: string,
): Message {
  const rest =
    leftOut > 0
      ? ` ${terms(leftOut)} being compared just now ${leftOut === 1 ? 'is' : 'are'} left out.`
      : '';
  return {
    text: `The glossary of ${bold(partnershipName)} as ${format.toUpperCase()}: ${terms(records.length)}.${rest} \`/glossary import\` reads it back.`,
  };
}
