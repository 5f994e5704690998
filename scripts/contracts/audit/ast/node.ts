/**
 * A node of solc's syntax tree. Its other properties depend on its type (see `docs.soliditylang.org`,
 * "Using the compiler"), and are read by the functions below: what is not there, or is something
 * else, reads as absent.
 */
export interface Node {
  readonly nodeType: string;
  readonly id: number;
  /** `start:length:file`, in bytes. */
  readonly src: string;
  readonly [property: string]: unknown;
}

/** Whether a value is a node. Of Yul, only calls and identifiers matter here; they have no id. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value && 'src' in value;
}

/** The node in a property. */
export function child(node: Node | undefined, property: string): Node | undefined {
  const value = node?.[property];
  return isNode(value) ? value : undefined;
}

/** The nodes in a property's list; a list's gaps, as `(, b) = f()` has, are left undefined. */
export function children(node: Node | undefined, property: string): (Node | undefined)[] {
  const value = node?.[property];
  return Array.isArray(value) ? value.map((item) => (isNode(item) ? item : undefined)) : [];
}

/** The nodes in a property's list, without gaps. */
export function list(node: Node | undefined, property: string): Node[] {
  return children(node, property).filter((item) => item !== undefined);
}

/** A property that is a text, else ''. */
export function text(node: Node | undefined, property: string): string {
  const value = node?.[property];
  return typeof value === 'string' ? value : '';
}

/** A property that is a number. */
export function number(node: Node | undefined, property: string): number | undefined {
  const value = node?.[property];
  return typeof value === 'number' ? value : undefined;
}

/** The type that the compiler gave to an expression or a variable, as it prints it. */
export function typeOf(node: Node | undefined): string {
  const descriptions: unknown = node?.['typeDescriptions'];
  if (typeof descriptions !== 'object' || descriptions === null) return '';
  return 'typeString' in descriptions ? String(descriptions.typeString) : '';
}

/** Where a node begins, in bytes. */
export function startOf(node: Node): number {
  return Number(node.src.split(':')[0]);
}

/** A node and everything below it, the outer before the inner. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(item)) yield* walk(item);
    }
  }
}

/** All nodes of a type below a node. */
export function all(node: Node, nodeType: string): Node[] {
  return [...walk(node)].filter((item) => item.nodeType === nodeType);
}
