import type { MermaidConfig } from 'mermaid';

const NARROWEST_COLUMN = 88;
const WIDEST_COLUMN = 200;
const SPACE_BETWEEN = 14;
/** Room on the left for the number of each message. */
export const MARGIN = 24;
/** Height of mermaid's own boxes of the actors, which the page's heading replaces. */
export const ACTOR_HEIGHT = 24;

/** What a text in the play must not be able to change through a directive. */
const SECURED = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'theme',
  'themeCSS',
  'themeVariables',
  'fontFamily',
  'altFontFamily',
  'look',
  'sequence',
  'wrap',
];

/** Returns the configuration for a diagram of so many actors in so many pixels; wide text is wrapped, never shrunk. */
export function diagramConfig(actors: number, width: number, fontFamily: string): MermaidConfig {
  const column = Math.max(NARROWEST_COLUMN, Math.min(WIDEST_COLUMN, Math.floor((width - 2 * MARGIN) / actors)));
  const fontSize = fontSizeFor(column);
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: SECURED,
    suppressErrorRendering: true,
    theme: 'base',
    fontFamily,
    fontSize,
    wrap: true,
    sequence: {
      useMaxWidth: false,
      mirrorActors: false,
      wrap: true,
      wrapPadding: 6,
      width: column - SPACE_BETWEEN,
      height: ACTOR_HEIGHT,
      actorMargin: SPACE_BETWEEN,
      messageMargin: 30,
      diagramMarginX: MARGIN,
      diagramMarginY: 0,
      boxMargin: 6,
      boxTextMargin: 4,
      noteMargin: 8,
    },
  };
}

function fontSizeFor(column: number): number {
  if (column < 104) return 11;
  return column < 140 ? 12 : 13;
}
