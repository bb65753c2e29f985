import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const NEAR = 120;

/** A list that stays at its end as messages arrive, unless somebody scrolled up to read. */
export function useStickyEnd(newest, where) {
  const list = useRef(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    isAtEnd.current = true;
  }, [where]);
  useLayoutEffect(() => {
    const box = list.current;
    if (isAtEnd.current) box.scrollTop = box.scrollHeight;
  }, [newest, where]);
  useEffect(() => {
    const box = list.current;
    const note = () => {
      isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    };
    // Pictures arrive late, and a growing composer takes room.
    const resized = new ResizeObserver(() => {
      if (isAtEnd.current) box.scrollTop = box.scrollHeight;
    });
    for (const part of [box, ...box.children]) resized.observe(part);
    box.addEventListener('scroll', note, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', note);
    };
  }, []);
  return list;
}
