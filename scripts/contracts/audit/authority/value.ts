/** What is known of where a value comes from. */
export interface Value {
  /** It is the caller's account or a recovered signer, or was looked up or made with one. */
  caller: boolean;
  /** The caller chose it. */
  input: boolean;
  /** The state variables that it was read from, by the compiler's number. */
  stored: ReadonlySet<number>;
  /** 0, false, or the zero address. */
  zero: boolean;
  /** Known when the source was written, and not zero. */
  constant: boolean;
}

/** Stands among the state variables for what another contract answers. */
export const ELSEWHERE = -1;

export const NOTHING: Value = {
  caller: false,
  input: false,
  stored: new Set(),
  zero: false,
  constant: false,
};

/** What the caller passes. */
export const INPUT: Value = { ...NOTHING, input: true };

/** A value that was made of others. */
export function join(values: readonly (Value | undefined)[]): Value {
  const known = values.filter((value) => value !== undefined);
  return {
    caller: known.some(({ caller }) => caller),
    input: known.some(({ input }) => input),
    stored: new Set(known.flatMap(({ stored }) => [...stored])),
    zero: known.length > 0 && known.every(({ zero }) => zero),
    constant:
      known.some(({ constant }) => constant) &&
      known.every(({ constant, zero }) => constant || zero),
  };
}

/** Whether it is what the contract stores about the caller: its role, its balance. */
export function isLookup({ caller, stored }: Value): boolean {
  return caller && stored.size > 0;
}
