/** Looks again after each change and every 10 ms; `until` of a simulated Slack. */
export function until<T>(
  look: () => T | undefined | false,
  onChange: (listener: () => void) => () => void,
  patienceMs = 5000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${patienceMs} ms in vain for: ${look}`));
    }, patienceMs);
    const again = setInterval(check, 10);
    const forget = onChange(check);
    function stop(): void {
      clearTimeout(timer);
      clearInterval(again);
      forget();
    }
    function check(): void {
      try {
        const found = look();
        if (!found) return;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      stop();
    }
    check();
  });
}
