import { invalid, jsonArg, refuse } from './api-refusal.ts';
import { markdownFault } from './canvas-limits.ts';
import { isObject } from './complaints.ts';

/** The markdown of a `document_content`; Block Kit is none. Undefined when nothing was given. */
export function documentOf(given: unknown, failure: string): string | undefined {
  const content = jsonArg({ given }, 'given', 'invalid_arguments');
  if (content === undefined) return undefined;
  if (!isObject(content) || content.type !== 'markdown') {
    return invalid('must be markdown', '/document_content/type');
  }
  if (typeof content.markdown !== 'string') {
    return invalid('missing required field: markdown', '/document_content');
  }
  const detail = markdownFault(content.markdown);
  return detail ? refuse(failure, { detail }) : content.markdown;
}
