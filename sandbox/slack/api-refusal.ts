import type { Json } from './state.ts';

/** `ok: false`, in Slack's words. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function refuse(code: string, details?: Json): never {
  throw new ApiRefusal(code, details);
}

/** An argument that breaks the method's schema, with the place as a JSON pointer. */
export function invalid(message: string, at: string): never {
  const messages = [`[ERROR] ${message} [json-pointer:${at}]`];
  return refuse('invalid_arguments', { response_metadata: { messages } });
}

/** What a method is called with: strings, or JSON where the method takes structures. */
export type Args = Readonly<Json>;

export function textArg(args: Args, name: string): string | undefined {
  const value = args[name];
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

export function neededArg(args: Args, name: string): string {
  const missing = `[ERROR] missing required field: ${name}`;
  return (
    textArg(args, name) ??
    refuse('invalid_arguments', { response_metadata: { messages: [missing] } })
  );
}

export function flagArg(args: Args, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1;
}

/** A structure sent as JSON text (form bodies) or as itself (JSON bodies). */
export function jsonArg(args: Args, name: string, malformed: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return refuse(malformed);
  }
}
