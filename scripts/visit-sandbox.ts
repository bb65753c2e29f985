// A scripted visitor of a running sandbox: one term, from proposal to agreement, by three organizations; then one
// date, from three answers that nobody else sees to the digest of a Monday.
const port = process.env.SANDBOX_PORT || '4390';
const control = `http://127.0.0.1:${port}/control`;
const channel = 'C0OPENDOORS';
const PATIENCE_MS = 60_000;

type Message = { text: string; isEphemeral: boolean; isBot: boolean };
type Seen = { channels: { id: string; messages: Message[] }[]; dm: Message[] };

async function does(what: string, body: object): Promise<void> {
  const response = await fetch(`${control}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel, ...body }),
  });
  if (!response.ok) throw new Error(`${what} was refused: ${await response.text()}`);
}

async function messagesOf(as: string, isDirect = false): Promise<readonly string[]> {
  const seen = (await (await fetch(`${control}/sees?as=${as}`)).json()) as Seen;
  const here = seen.channels.find(({ id }) => id === channel)?.messages ?? [];
  const messages = isDirect ? seen.dm : here;
  return messages.filter(({ isBot }) => isBot).map(({ text }) => text);
}

async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await look().catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  console.log(`ok: ${what}`);
}

const reads = async (as: string, words: string) =>
  (await messagesOf(as, true)).some((text) => text.includes(words));

const isTold = (as: string, words: string) =>
  until(`${as} is told “${words}”`, () => reads(as, words));

const hears = (as: string, words: string) =>
  until(`${as} reads “${words}”`, async () =>
    (await messagesOf(as)).some((text) => text.includes(words)),
  );

await until('the sandbox is ready', async () => {
  const { ready } = (await (await fetch(`${control}/ready`)).json()) as { ready: boolean };
  return ready;
});
const page = await fetch(`http://127.0.0.1:${port}/`);
if (page.status !== 200) throw new Error(`the page answers ${page.status}`);
await does('command', {
  as: 'U0RENATA',
  text: '/glossary define MOU = Who does what, without a contract',
});
await hears('U0RENATA', 'Put forward');
await does('command', { as: 'U0AMARA', text: '/glossary endorse MOU' });
await hears('U0AMARA', 'Your yes is recorded');
await does('message', { as: 'U0LENA', text: '@Common Ground glossary endorse mou' });
await hears('U0LENA', 'Agreed');
await hears('U0PRIYA', 'Settled: *MOU*');
await does('command', { as: 'U0MARCUS', text: '/glossary mou' });
await hears('U0MARCUS', 'agreed · version 1');

const date = 'milestones dates Open evening';
await does('command', {
  as: 'U0RENATA',
  text: '/partnership milestones add Open evening = 2027-02-12',
});
await hears('U0RENATA', 'Added: *Open evening*');
await does('command', { as: 'U0AMARA', text: `/partnership ${date} = 2027-02-10` });
await hears('U0AMARA', 'Nobody else sees it before Quillstone has answered');
await does('dm', { as: 'U0LENA', text: `partnership ${date} = 2027-02-12` });
await isTold('U0LENA', 'That was the last answer');
await hears('U0PRIYA', '*Open evening*: the dates are all in');
await does('command', { as: 'U0PRIYA', text: '/partnership timeline' });
await hears('U0PRIYA', '*Open evening*');
await until('U0RENATA is told what the week brings', async () => {
  if (await reads('U0RENATA', 'this week:')) return true;
  await does('clock', { advance: 'next' });
  return false;
});
