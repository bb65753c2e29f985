import type { Answer, Message } from './answer.ts';
import { isForm } from './answer.ts';
import type { Asking } from './asking.ts';

/** How a person reaches the bot where they are, and so how they are told to write to it. */
export type Door = 'command' | 'mention' | 'direct';

const BOT = '@common-ground';

/**
 * Sentences name commands as `/glossary …`. People whose organization did not install the app have no
 * commands, so for them the same hint reads `@common-ground glossary …`, and in a direct message just
 * `glossary …`. A line with two slashes, `//partnership …`, holds what the others may not see yet, and a mention is public:
 * such a line is for a direct message wherever it is not a command.
 */
export function wordedFor<A extends Answer>(door: Door, answer: A): A {
  const start = { command: '`/', mention: `\`${BOT} `, direct: '`' }[door];
  const elsewhere = door === 'mention' ? ' in a direct message to me' : '';
  const plainStart = door === 'command' ? '`/' : '`';
  const reworded = (message: Message): Message =>
    JSON.parse(
      JSON.stringify(message)
        .replaceAll(/`\/\/((?:glossary|partnership)[^`]*`)/g, (_, line: string) =>
          [plainStart, line, elsewhere].join(''),
        )
        .replaceAll(/`\/(?=glossary|partnership)/g, start),
    );
  return isForm(answer)
    ? { ...answer, invitation: reworded(answer.invitation) }
    : { ...answer, ...reworded(answer as Message) };
}

/** For clicks and forms: commands belong to people of the workspace that installed the app. */
export function doorOf(asking: Asking): Door {
  if (asking.kind === 'command') return 'command';
  if (asking.isDirect) return 'direct';
  const { teamId, enterpriseId } = asking.installation;
  const atHome = asking.teamIds.some((id) => id === teamId || id === enterpriseId);
  return atHome ? 'command' : 'mention';
}
