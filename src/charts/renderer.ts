import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { parse, type Spec, View } from 'vega';

/** Drawn twice as sharp as it is shown, for screens that can. */
const SHARPNESS = 2;

const { resolve } = createRequire(import.meta.url);

const FONTS = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  // What Inter lacks, such as Hebrew and Arabic.
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
].map((file) => readFileSync(resolve(file)));

await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));

export async function render(spec: Spec, width: number): Promise<Uint8Array> {
  const svg = await new View(parse(spec), { renderer: 'none' }).toSVG();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width * SHARPNESS },
    font: { loadSystemFonts: false, fontBuffers: FONTS, defaultFontFamily: 'Inter' },
  });
  const pixels = picture.render();
  try {
    return pixels.asPng();
  } finally {
    // What WebAssembly holds, no garbage collector gives back.
    pixels.free();
    picture.free();
  }
}
