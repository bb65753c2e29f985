import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(import.meta.dirname, 'page');

/** The only modules from outside the page, by the names that the import map gives them. */
const vendor: ReadonlyMap<string, string> = new Map(
  ['preact', 'preact/hooks', 'htm'].map((name) => [
    `/vendor/${name}.js`,
    fileURLToPath(import.meta.resolve(name)),
  ]),
);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the page's files; false when the request is for something else. */
export function servePage(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const file = fileAt(request.url ?? '/');
  const type = file && types[extname(file)];
  if (!file || !type) return false;
  const content = readFileSync(file);
  response.writeHead(200, {
    'content-type': type,
    'content-length': content.length,
    'cache-control': 'no-cache',
    'content-security-policy': policyFor(type, content),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return true;
}

function fileAt(url: string): string | undefined {
  const path = pathOf(url);
  const module = path && vendor.get(path);
  if (!path || module) return module;
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`);
  const isInside = file.startsWith(root + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function pathOf(url: string): string | undefined {
  const [path = '/'] = url.split('?');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

function policyFor(type: string, content: Buffer): string {
  const scripts = type.startsWith('text/html') ? importMapHashes(content.toString()) : [];
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** An import map has to be inline, and the policy allows no other inline script. */
function importMapHashes(page: string): string[] {
  return [...page.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    ([, map = '']) => {
      const hash = createHash('sha256').update(map).digest('base64');
      return `'sha256-${hash}'`;
    },
  );
}
