import mermaid, { type MermaidConfig } from 'mermaid';

/** Drawn here under another name than any element of the page. */
const DRAWING_ID = 'sequence';

/** The style that mermaid gives its drawing, kept in a sheet of its own: the page's policy lets no style element act. */
const drawingStyle = new CSSStyleSheet();

/**
 * Returns the drawing of a sequence diagram, not yet in the page; undefined when the text cannot be drawn.
 * Mermaid's style lies in a layer, so every rule of the page's own sheets wins over it.
 */
export async function drawDiagram(text: string, config: MermaidConfig): Promise<SVGSVGElement | undefined> {
  if (!document.adoptedStyleSheets.includes(drawingStyle)) document.adoptedStyleSheets.push(drawingStyle);
  mermaid.initialize(config);
  try {
    const { svg } = await mermaid.render(DRAWING_ID, text);
    return readDrawing(svg);
  } catch {
    document.getElementById(`d${DRAWING_ID}`)?.remove();
    return undefined;
  }
}

/** The style is cut out before the drawing is parsed: even in a document of its own it would offend the policy. */
function readDrawing(svg: string): SVGSVGElement | undefined {
  const start = svg.indexOf('<style>');
  const end = svg.indexOf('</style>', start);
  const style = start < 0 ? '' : svg.slice(start + '<style>'.length, end);
  const markup = start < 0 ? svg : svg.slice(0, start) + svg.slice(end + '</style>'.length);
  const drawing = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg');
  drawingStyle.replaceSync(`@layer mermaid { ${style} }`);
  return drawing ? document.adoptNode(drawing) : undefined;
}
