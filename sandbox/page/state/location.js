/** `#as=U0LENA&in=C0OPENDOORS`: who is looking, where, and at which thread. */

export function readLocation() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return {
    as: asked.get('as') ?? '',
    place: asked.get('in') ?? '',
    thread: asked.get('thread') ?? '',
  };
}

export function locationFor({ as, place, thread }) {
  const asked = new URLSearchParams({ as, in: place, ...(thread && { thread }) });
  return `#${asked}`;
}
