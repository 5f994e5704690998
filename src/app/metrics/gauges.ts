import { Gauge, Registry } from 'prom-client';

/** The gauges of one scrape: nothing stays of an earlier one whose source does not answer now. */
export interface Gauges {
  /** Sets a gauge without labels. */
  set(name: string, help: string, value: number): void;
  /** Sets a gauge that has the label `name`, once for each of its values. */
  setEach(name: string, help: string, values: Record<string, number>): void;
  /** In the text format of Prometheus. */
  print(): Promise<string>;
}

/** A registry of its own for the gauges of one scrape. */
export function newGauges(): Gauges {
  const registry = new Registry();
  return {
    set: (name, help, value) => {
      new Gauge({ name, help, registers: [registry] }).set(value);
    },
    setEach: (name, help, values) => {
      const gauge = new Gauge({ name, help, labelNames: ['name'], registers: [registry] });
      for (const [label, value] of Object.entries(values)) gauge.set({ name: label }, value);
    },
    print: () => registry.metrics(),
  };
}
