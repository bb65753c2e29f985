import { useEffect, useState } from 'preact/hooks';

/** As in the style sheets: one column, and the sides in a drawer. */
export const NARROW = '(max-width: 900px)';

export function useMedia(query) {
  const [isMatching, setMatching] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setMatching(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return isMatching;
}
