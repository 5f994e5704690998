/**
 * The number at an index.
 * @throws RangeError instead of letting `undefined` become NaN far away.
 */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no value at ${index} of ${values.length}`);
  return value;
}
