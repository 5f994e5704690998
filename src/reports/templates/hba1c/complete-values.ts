import { readValue } from './read-value';
import { UNITS } from './units';

/** The result and the target as typed, in one unit. */
export interface TypedValues {
  unit: string;
  result: unknown;
  target: unknown;
}

/** In mmol/mol; the target may be empty. */
interface Values {
  result: number;
  target: number | null;
}

/** The values in mmol/mol once they are complete and possible, as the schema reads them; null while they are not. */
export function completeValues(typed: TypedValues): Values | null {
  const unit = UNITS.find((known) => known === typed.unit);
  if (unit === undefined) return null;
  const result = readValue(typed.result, unit);
  const target = readValue(typed.target, unit);
  if (!('ifcc' in result) || 'fault' in target) return null;
  return { result: result.ifcc, target: 'ifcc' in target ? target.ifcc : null };
}
