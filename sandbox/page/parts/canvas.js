import { Markdown } from '../blocks/markdown.js';
import { html } from '../html.js';

/** The channel's canvas, as the app last wrote it. */
export function Canvas({ canvas }) {
  return html`<section
    class="scroller canvas"
    data-testid="canvas"
    tabindex="0"
    aria-label="Canvas"
  >
    <article class="canvas-page">
      <h3 class="canvas-title">${canvas.title}</h3>
      <${Markdown} text=${canvas.markdown} />
    </article>
  </section>`;
}
