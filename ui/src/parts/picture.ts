// A chart that stands on the page, as a picture that stands alone: every colour written out.

import { say } from "../lib/say.svelte";

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "opacity"];

function written(from: SVGElement, to: SVGElement): void {
  const styles = getComputedStyle(from);
  for (const name of KEPT) to.setAttribute(name, styles.getPropertyValue(name).replace(/url\("[^#]*#/, 'url("#').replaceAll('"', ""));
  [...from.children].forEach((child, index) => {
    const copy = to.children[index];
    if (child instanceof SVGElement && copy instanceof SVGElement) written(child, copy);
  });
}

/** The chart with its patterns, on the ground it stands on. */
export function standalone(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  written(chart, copy);
  const { width, height } = chart.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--surface").trim());
  copy.prepend(ground);
  for (const pattern of document.querySelectorAll<SVGElement>("pattern")) {
    const drawn = pattern.cloneNode(true) as SVGElement;
    written(pattern, drawn);
    copy.prepend(drawn);
  }
  return new XMLSerializer().serializeToString(copy);
}

async function points(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(say("picture-failed"));
  return new Uint8Array(await blob.arrayBuffer());
}

/** The bytes of the chart's picture, in lines or in points. */
export async function picture(chart: SVGSVGElement, format: "svg" | "png"): Promise<Uint8Array> {
  const svg = standalone(chart);
  const { width, height } = chart.viewBox.baseVal;
  return format === "svg" ? new TextEncoder().encode(svg) : points(svg, width, height);
}
