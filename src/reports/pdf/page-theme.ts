/** A4 in points (1/72 inch). */
export const PAGE = { width: 595.28, height: 841.89, left: 50, right: 50, top: 62, bottom: 54 };

/** Between the side margins. */
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Text colours keep a contrast of at least 4.5:1 on paper and on the panel (WCAG 2.2, 1.4.3). */
export const COLOUR = {
  ink: '#16212B',
  muted: '#4A5864',
  accent: '#0B5563',
  line: '#D3DCE2',
  panel: '#EFF5F6',
  warning: '#8A1C1C',
  warningPanel: '#FBECEC',
};

/** Font sizes in points. */
export const SIZE = { title: 21, heading: 12, headline: 17, body: 9.5, small: 8, tiny: 6.5 };
