import { render } from 'preact';
import { html } from './html.js';
import { App } from './parts/app.js';
import { getState, Scene, subscribe } from './state/store.js';
import { startSync } from './state/sync.js';
import { ignoreStrayDrops } from './state/use-drop.js';

const root = document.getElementById('page');
root.replaceChildren();

let isDrawing = false;

function draw() {
  isDrawing = false;
  render(html`<${Scene.Provider} value=${getState()}><${App} /><//>`, root);
}

// Many changes come in one go; the page is drawn once for them.
subscribe(() => {
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(draw);
});

draw();
ignoreStrayDrops();
startSync();
