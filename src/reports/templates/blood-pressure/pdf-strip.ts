import type { Pressure } from './categories';

/** One side of the readings on its own scale, in mmHg. */
export interface Strip {
  side: keyof Pressure;
  title: string;
  min: number;
  max: number;
}

/** What is marked: a row of the chart. */
export interface Mark {
  name: string;
  pressure: Pressure;
  isMean?: true;
}
