import { svgElement } from './element';

const drawings = {
  first: 'M2 3h2v10H2zM9 3v10L4.500 8zM14.500 3v10L10 8z',
  back: 'M13 3v10L6 8zM3 3h2v10H3z',
  replay: 'M8 3a5 5 0 1 1-4.6 3l1.4.6A3.5 3.5 0 1 0 8 4.5V7L4.5 3.75 8 .5z',
  step: 'M3 3l7 5-7 5zM11 3h2v10h-2z',
  play: 'M4 2.5l9 5.5-9 5.5z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  keys: 'M1 4h14v9H1zm1.5 1.5v6h11v-6zM4 7h1.5v1.5H4zm3.2 0h1.6v1.5H7.2zM10.500 7H12v1.500h-1.500zM5 9.500h6v1H5z',
  link: 'M6.500 4H4.500a4 4 0 0 0 0 8h2v-1.500h-2a2.500 2.500 0 0 1 0-5h2zM9.500 4v1.500h2a2.500 2.500 0 0 1 0 5h-2V12h2a4 4 0 0 0 0-8zM5 7.250h6v1.500H5z',
  new: 'M7 2h2v5h5v2H9v5H7V9H2V7h5z',
  changed: 'M8 2l5 5h-3.500v2H13l-5 5-5-5h3.500V7H3z',
  gone: 'M2 7h12v2H2z',
  file: 'M3 1h6.500L13 4.500V15H3zM4.500 2.500v11h7V5.500H8.500v-3z',
  token: 'M5 5a3 3 0 1 0 2.800 4H10v2h2V9h2V7H7.800A3 3 0 0 0 5 5zm0 2a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
  request: 'M2 3h12v10H2zM3.500 4.500v7h9v-7zM5 6h6v1.250H5zM5 8.750h4V10H5z',
  certificate: 'M2 2h12v8H9.500V15L8 13.500 6.500 15v-5H2zM3.500 3.500v5h9v-5zM5 5h6v1.250H5z',
  decision:
    'M8 1l6 2v4.500c0 3.500-2.500 6-6 7.500-3.500-1.500-6-4-6-7.500V3zM8 2.600L3.500 4.100v3.400c0 2.600 1.800 4.500 4.500 5.800 2.700-1.300 4.500-3.200 4.500-5.800V4.100z',
  node: 'M2 3h12v4H2zM3.500 4.250v1.500h9v-1.500zM2 9h12v4H2zM3.500 10.250v1.500h9v-1.500z',
  ok: 'M6.500 12.500L2 8l1.400-1.400 3.100 3.100 6.100-6.200L14 5z',
  fails:
    'M3.400 2L8 6.600 12.600 2 14 3.400 9.400 8l4.600 4.600-1.400 1.400L8 9.400 3.400 14 2 12.600 6.600 8 2 3.400z',
  waits: 'M4 3h3v10H4zM9 3h3v10H9z',
  assumed: 'M7 10.500h2V12.500H7zM5 5.500a3 3 0 1 1 4 2.800V9.500H7V7a1.500 1.500 0 1 0-.5-2.800z',
} as const;

export type IconName = keyof typeof drawings;

/** Returns a small picture in the colour of the text around it. It says nothing to a screen reader. */
export function icon(name: IconName): SVGElement {
  return svgElement(
    'svg',
    { class: 'icon', viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' },
    svgElement('path', { d: drawings[name], 'fill-rule': 'evenodd' }),
  );
}
