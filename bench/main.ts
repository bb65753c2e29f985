import { glossary } from './glossary.ts';
import { matching } from './matching.ts';
import { scan } from './scan.ts';
import { time } from './time.ts';

/** One name each: what `npm run bench -- NAME` measures. */
const BENCHES: Readonly<Record<string, (seconds: number) => Promise<void>>> = {
  glossary,
  matching,
  scan,
  time,
};

const [name = '', ...rest] = process.argv.slice(2);
const seconds = Number(rest[rest.indexOf('--seconds') + 1]) || 3;
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (!bench) {
  console.error(
    `Say what to measure: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--seconds N]`,
  );
  process.exit(2);
}
await bench(seconds);
