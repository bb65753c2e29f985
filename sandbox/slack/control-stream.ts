import type { ServerResponse } from 'node:http';

const THROTTLE_MS = 50;

export type ChangeStream = { open(response: ServerResponse): void; close(): void };

/** Server-sent events: one `changed` for each burst of changes. */
export function createStream(onChange: (listener: () => void) => () => void): ChangeStream {
  const readers = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  const stop = onChange(() => {
    if (readers.size === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const reader of readers) reader.write('event: changed\ndata: {}\n\n');
    }, THROTTLE_MS);
  });
  return {
    open(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      });
      response.write('event: changed\ndata: {}\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    },
    close() {
      stop();
      clearTimeout(timer);
      for (const reader of readers) reader.end();
    },
  };
}
