import type { Json } from './state.ts';

const TOKEN =
  /(<@[UW][A-Z0-9]+>|<#[CG][A-Z0-9]+\|[^>]*>|<!(?:here|channel|everyone)>|<https?:[^>]+>)/;

/** The rich text that the Slack client sends along with what a person typed. */
export function richTextOf(ts: string, text: string): Json[] {
  const elements = text
    .split(TOKEN)
    .filter((part) => part !== '')
    .map(elementOf);
  const section = { type: 'rich_text_section', elements };
  return [{ type: 'rich_text', block_id: `r${ts.replace('.', '')}`, elements: [section] }];
}

function elementOf(part: string): Json {
  const [, sign, body = ''] = /^<([@#!]?)([^>]+)>$/.exec(part) ?? [];
  if (sign === '@') return { type: 'user', user_id: body };
  if (sign === '#') return { type: 'channel', channel_id: body.split('|')[0] };
  if (sign === '!') return { type: 'broadcast', range: body };
  if (sign === '') return { type: 'link', url: unescapeText(body) };
  return { type: 'text', text: unescapeText(part) };
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
