import { html } from '../html.js';
import { Element } from './elements.js';
import { ChartBlock, TableBlock } from './figures.js';
import { InputBlock } from './input-block.js';
import { Markdown } from './markdown.js';
import { Picture } from './picture.js';
import { RichText } from './rich-text.js';
import { plainText, Text } from './text.js';

const kinds = {
  actions: Actions,
  context: Context,
  data_table: TableBlock,
  data_visualization: ChartBlock,
  divider: () => html`<hr />`,
  header: ({ block }) => html`<h3 class="block-header">${plainText(block.text)}</h3>`,
  image: ImageBlock,
  input: InputBlock,
  markdown: ({ block }) => html`<${Markdown} text=${block.text} />`,
  rich_text: RichText,
  section: Section,
  table: TableBlock,
};

/** @param {{ blocks: any[] }} props */
export function Blocks({ blocks }) {
  return html`
    <div class="blocks">
      ${blocks.map((block, index) => {
        const Kind = kinds[block.type] ?? Unknown;
        const key = block.block_id ?? index;
        return html`<div key=${key} class="block block-${block.type}"><${Kind} block=${block} /></div>`;
      })}
    </div>
  `;
}

function Section({ block }) {
  return html`
    <div class="section">
      <div class="section-body">
        <${Text} text=${block.text} />
        ${
          block.fields &&
          html`<div class="section-fields">
            ${block.fields.map((field) => html`<div><${Text} text=${field} /></div>`)}
          </div>`
        }
      </div>
      ${block.accessory && html`<${Element} block=${block} element=${block.accessory} />`}
    </div>
  `;
}

function Actions({ block }) {
  return html`<div class="actions">
    ${block.elements.map(
      (element) => html`<${Element} key=${element.action_id} block=${block} element=${element} />`,
    )}
  </div>`;
}

function Context({ block }) {
  return html`<div class="context">
    ${block.elements.map((element) =>
      element.type === 'image'
        ? html`<${Picture} class="context-image" image=${element} />`
        : html`<${Text} text=${element} />`,
    )}
  </div>`;
}

function ImageBlock({ block }) {
  return html`<figure>
    <${Picture} class="figure" image=${block} />
    ${block.title && html`<figcaption>${plainText(block.title)}</figcaption>`}
  </figure>`;
}

function Unknown({ block }) {
  return html`<p class="not-rendered">not rendered: ${block.type}</p>`;
}
