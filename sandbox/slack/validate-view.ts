import { elementsOf } from './blocks.ts';
import { createComplaints, isObject } from './complaints.ts';
import { blockFaults } from './validate-blocks.ts';

/** Everything Slack would refuse in a view; empty when nothing. */
export function viewFaults(
  view: unknown,
  type: 'modal' | 'home',
  scopes: readonly string[] = [],
): string[] {
  const complaints = createComplaints();
  if (!isObject(view)) {
    complaints.add('/view', 'must provide an object');
    return complaints.messages;
  }
  if (view.type !== type) complaints.add('/view/type', `must be ${type}`);
  complaints.string('/view/private_metadata', view.private_metadata, 3000);
  complaints.string('/view/callback_id', view.callback_id, 255);
  complaints.string('/view/external_id', view.external_id, 255);
  if (!Array.isArray(view.blocks)) complaints.add('/view', 'missing required field: blocks');
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isObject) : [];
  if (type === 'modal') {
    complaints.text('/view/title', view.title, 24, 'plain', 'needed');
    complaints.text('/view/submit', view.submit, 24, 'plain');
    complaints.text('/view/close', view.close, 24, 'plain');
    const hasInput = blocks.some((block) => block.type === 'input');
    if (hasInput && !view.submit) complaints.add('/view', 'missing required field: submit');
  }
  const takesFiles = elementsOf(blocks).some(({ element }) => element.type === 'file_input');
  if (takesFiles && !scopes.includes('files:read')) {
    complaints.add('/view/blocks', 'file_input needs the scope files:read');
  }
  return [...complaints.messages, ...blockFaults(blocks, type, '/view/blocks')];
}
