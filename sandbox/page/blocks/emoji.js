const known = {
  '+1': '👍',
  '-1': '👎',
  book: '📖',
  books: '📚',
  bell: '🔔',
  bookmark: '🔖',
  bookmark_tabs: '📑',
  bulb: '💡',
  calendar: '📅',
  check: '✔️',
  clipboard: '📋',
  clock3: '🕒',
  eyes: '👀',
  handshake: '🤝',
  heavy_check_mark: '✔️',
  heart: '❤️',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  link: '🔗',
  lock: '🔒',
  mag: '🔍',
  memo: '📝',
  no_entry: '⛔',
  page_facing_up: '📄',
  paperclip: '📎',
  pushpin: '📌',
  question: '❓',
  raised_hands: '🙌',
  scroll: '📜',
  seedling: '🌱',
  speech_balloon: '💬',
  tada: '🎉',
  thinking_face: '🤔',
  thumbsup: '👍',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  x: '❌',
};

/** The character of a shortcode; the shortcode itself when the page does not know it. */
export function emojiOf(name) {
  return known[name] ?? `:${name}:`;
}

export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (_whole, name) => emojiOf(name));
}
