import type { Form } from '../../slack/answer.ts';
import { actions, button, fileInput, modal, section, textInput } from '../../slack/blocks.ts';
import { EXCHANGE } from './ids.ts';

const KINDS = ['csv', 'tsv', 'txt', 'yaml', 'yml', 'json', 'jsonld', 'tbx', 'xml'];

const HOW =
  'Attach a file (CSV, TSV, YAML, JSON or TBX) to a message that says `/glossary import`, or paste rows after it, one `TERM = DEFINITION` on each line. You see a preview before anything happens.';

/** Where a file can be chosen or rows pasted; where no form opens, the words that do the same. */
export function importForm(channelId: string): Form {
  return {
    view: modal({
      id: EXCHANGE.import,
      title: 'Bring in a glossary',
      submit: 'Preview',
      about: channelId,
      blocks: [
        section(
          'A spreadsheet saved as CSV is fine: the first row names the columns, such as *term*, *definition*, *aliases*, *example*. Nothing happens before you have seen a preview.',
        ),
        fileInput({
          block: 'file',
          label: 'File',
          hint: 'CSV, TSV, YAML, JSON or TBX, up to 10,000 terms.',
          isOptional: true,
          filetypes: KINDS,
        }),
        textInput({
          block: 'pasted',
          label: 'Or paste rows',
          placeholder: 'MOU = memorandum of understanding, signed but not binding',
          hint: 'One term on each line, or cells copied from a spreadsheet.',
          isLong: true,
          isOptional: true,
          limit: 3_000,
        }),
      ],
    }),
    invitation: {
      text: `${HOW} Or press “Open the form”.`,
      blocks: [
        section(HOW),
        actions([
          button({
            id: EXCHANGE.import,
            text: 'Open the form',
            value: channelId,
            style: 'primary',
          }),
        ]),
      ],
    },
  };
}
