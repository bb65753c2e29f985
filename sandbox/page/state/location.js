/** `#as=U0LENA&in=C0OPENDOORS`: who is looking, where, and at which thread. */

export function readLocation() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return {
    as: asked.get('as') ?? '',
    place: asked.get('in') ?? '',
    thread: asked.get('thread') ?? '',
    tab: asked.get('tab') ?? '',
  };
}

export function locationFor({ as, place, thread, tab }) {
  const asked = new URLSearchParams({
    as,
    in: place,
    ...(thread && { thread }),
    ...(tab && { tab }),
  });
  return `#${asked}`;
}
