import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { useScene } from '../state/store.js';
import { messagesAt, newestIn } from '../state/sync.js';

/** Says new messages of this conversation aloud, for those who do not see them arrive. */
export function Announcer() {
  const { sees, as, place } = useScene();
  const last = useRef({ where: '', ts: '' });
  const [words, setWords] = useState('');
  useEffect(() => {
    const messages = messagesAt(sees, place).flatMap((it) => [it, ...it.replies]);
    const where = `${as} ${place}`;
    const { where: before, ts } = last.current;
    last.current = { where, ts: newestIn(messagesAt(sees, place)) };
    if (before !== where) return;
    const fresh = messages.filter((it) => it.ts > ts && it.user !== as);
    if (fresh.length) setWords(fresh.map((it) => `${it.userName}: ${wordsOf(it)}`).join('\n'));
  }, [sees, as, place]);
  return html`<div class="unseen" role="log" aria-live="polite">${words}</div>`;
}

function wordsOf({ text, files }) {
  return [text, ...files.map(({ name }) => `file ${name}`)].filter(Boolean).join(', ');
}
