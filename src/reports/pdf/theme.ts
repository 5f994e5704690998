import type { EshCode } from '../templates/blood-pressure-category';

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

/** Bands of the chart; the words stand beside, so that no colour is needed to read it. */
export const BAND_COLOUR: Record<EshCode, string> = {
  optimal: '#D8EEDF',
  normal: '#E9F4D6',
  'high-normal': '#FBF2C8',
  'grade-1': '#FCE0BD',
  'grade-2': '#F8C9B3',
  'grade-3': '#F1AFAA',
};

/** Font sizes in points. */
export const SIZE = { title: 21, heading: 12, headline: 17, body: 9.5, small: 8, tiny: 6.5 };
