/** The simulated Slack's control API. */

/** @param {string} path @returns {Promise<any>} */
export function ask(path) {
  return answerOf(fetch(`/control/${path}`));
}

/** @param {string} action @param {object} body @returns {Promise<any>} */
export function tell(action, body) {
  return answerOf(
    fetch(`/control/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

async function answerOf(pending) {
  const response = await pending.catch(() => {
    throw new Error('That did not reach the sandbox. Start it again, then try once more.');
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw new Error(answer.error ?? `The sandbox answered ${response.status}.`);
}

/** @param {{ changed(): void, lost(): void }} listener */
export function listen({ changed, lost }) {
  const stream = new EventSource('/control/stream');
  stream.addEventListener('changed', changed);
  stream.addEventListener('error', lost);
}
