import { prepareServerTemplate } from './server-template.ts';
import { prepareTemplateFile } from './template-file.ts';

/** vitest's global set-up: one worker makes the template, the others find it. */
export async function setup(): Promise<void> {
  const serverUrl = process.env.DATABASE_URL;
  await (serverUrl ? prepareServerTemplate(serverUrl) : prepareTemplateFile());
}
