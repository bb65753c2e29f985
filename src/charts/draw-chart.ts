import { type Chart, WIDTH } from './chart.ts';

/** The picture as a PNG. What draws it is opened at the first one, since many a bot draws none. */
export async function drawChart({ spec }: Chart): Promise<Uint8Array> {
  const { render } = await import('./renderer.ts');
  return render(spec, WIDTH);
}
