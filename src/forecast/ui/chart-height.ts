/** Height of a chart of prices, and of the place that is kept for it; in CSS pixels. */
export const CHART_HEIGHT = 220;
