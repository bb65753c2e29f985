import { useState } from 'preact/hooks';

/** Takes files that are dragged here; `isOver` while they hover. */
export function useDrop(take) {
  const [isOver, setOver] = useState(false);
  const over = (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  return {
    isOver,
    onDragEnter: over,
    onDragOver: over,
    onDragLeave({ currentTarget, relatedTarget }) {
      if (!currentTarget.contains(relatedTarget)) setOver(false);
    },
    onDrop(event) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files]);
    },
  };
}

/** A file that misses its mark must not replace the page. */
export function ignoreStrayDrops() {
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    });
  }
}
