/** A forecast as a patient would have seen it, ready to be compared with what followed. */
export interface BacktestedForecast {
  /** Index of the last known day. */
  origin: number;
  /** Gwei, tomorrow first. */
  point: number[];
  /** The 80 % interval, gwei. */
  low: number[];
  high: number[];
  /** The advised day; 0 is tomorrow. */
  advised: number;
}
