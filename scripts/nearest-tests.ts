import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { startsPrograms } from '../test/support/whole-programs.ts';

/**
 * The files of tests that reach a module by their imports, the nearest first, and of those as near the
 * ones with the fewest imports. What starts whole programs reaches everything, and is left out.
 */
export function nearestTests(root: string): (module: string) => readonly string[] {
  const importers = new Map<string, string[]>();
  const weights = new Map<string, number>();
  for (const folder of ['src', 'test', 'sandbox', 'scripts']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => one.endsWith('.ts'))) {
      const path = join(folder, name);
      const imported = [
        ...readFileSync(join(root, path), 'utf8').matchAll(/'(\.{1,2}\/[^']+\.ts)'/g),
      ];
      weights.set(path, imported.length);
      for (const [, target = ''] of imported) {
        const module = normalize(join(dirname(path), target));
        importers.set(module, [...(importers.get(module) ?? []), path]);
      }
    }
  }
  return (module) => {
    const distances = new Map([[module, 0]]);
    for (const [path, distance] of distances)
      for (const importer of importers.get(path) ?? [])
        if (!distances.has(importer)) distances.set(importer, distance + 1);
    return [...distances]
      .filter(([path]) => path.endsWith('.test.ts') && !startsPrograms(path))
      .toSorted(
        ([a, near], [b, far]) => near - far || (weights.get(a) ?? 0) - (weights.get(b) ?? 0),
      )
      .map(([path]) => path);
  };
}
