// Strangers' payloads against the real bot. `npm run fuzz -- --seed 7 --count 20000`, and for one of them
// alone `--seed 7 --only 123`.
import { parseArgs } from 'node:util';
import { fuzz } from '../test/strangers/fuzz.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const count = Number(values.count);
const began = performance.now();
console.log(`seed ${seed}`);
const findings = await fuzz({ seed, count, ...(values.only && { only: Number(values.only) }) });
for (const { at, what, payload } of findings.slice(0, 20)) {
  console.log(`\n--seed ${seed} --only ${at}: ${what}\n${payload?.slice(0, 2_000) ?? ''}`);
}
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(`${values.only ? 1 : count} payloads in ${seconds} s, ${findings.length} findings`);
// The tests' databases stay open for whoever comes next.
process.exit(findings.length > 0 ? 1 : 0);
