import { html } from '../html.js';
import { withEmoji } from './emoji.js';
import { Mrkdwn } from './mrkdwn.js';

/** A text object of either kind. */
export function Text({ text }) {
  if (!text) return null;
  if (text.type === 'mrkdwn') return html`<${Mrkdwn} text=${text.text} />`;
  return html`<span class="plain">${plainText(text)}</span>`;
}

/** The words of a text object, for labels and options. */
export function plainText(text) {
  if (!text) return '';
  return text.emoji === false ? text.text : withEmoji(text.text);
}
