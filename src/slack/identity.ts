import type { AuthorizeResult, webApi } from '@slack/bolt';
import type { Logger } from '../log.ts';
import { StartFault } from '../start-fault.ts';
import { isTokenGone, slackErrorOf } from './clients.ts';

/** Slack does not accept the token, so nothing the bot does could work. */
class TokenRefused extends StartFault {
  override readonly name = 'TokenRefused';

  constructor(code: string) {
    super(
      `Slack does not accept SLACK_BOT_TOKEN (${code}). Copy it again from your app's page, "OAuth & Permissions", or reinstall the app there.`,
    );
  }
}

export type Identity = {
  /**
   * What Bolt needs to know for each payload: the one installation there is. Never rejects: Bolt would
   * leave the person without a word, while a call that Slack refuses later becomes a sentence.
   */
  authorize(): Promise<AuthorizeResult>;
  /** The installation and the bot's own user in it; undefined while Slack could not be asked. */
  known(): { readonly teamId?: string; readonly botUserId?: string } | undefined;
  /** Whether Slack takes the token now; undefined where it does not answer that. */
  isAccepted(): Promise<boolean | undefined>;
  /** Rejects when Slack refuses the token; Slack being out of reach is no reason not to start. */
  verify(): Promise<void>;
};

/** Who the bot is, asked of Slack once. Several installations will be told apart here. */
export function createIdentity(client: webApi.WebClient, botToken: string, log: Logger): Identity {
  let known: AuthorizeResult | undefined;
  const ask = async (): Promise<AuthorizeResult> => {
    const { user_id, bot_id, team_id, enterprise_id } = await client.auth.test();
    return {
      botToken,
      ...(user_id && { botUserId: user_id }),
      ...(bot_id && { botId: bot_id }),
      ...(team_id && { teamId: team_id }),
      ...(enterprise_id && { enterpriseId: enterprise_id }),
    };
  };
  const verify = async (): Promise<void> => {
    try {
      known = await ask();
    } catch (error) {
      const code = slackErrorOf(error);
      if (code && isTokenGone(error)) throw new TokenRefused(code);
      log.warn(
        { err: error },
        'Slack could not be asked who the bot is; trying again when it writes',
      );
    }
  };
  return {
    verify,
    known: () => known,
    async isAccepted() {
      try {
        await client.auth.test();
        return true;
      } catch (error) {
        return isTokenGone(error) ? false : undefined;
      }
    },
    async authorize() {
      if (!known) await verify().catch(() => {});
      return known ?? { botToken };
    },
  };
}
