import { all, child, list, type Node, number, text, typeOf } from './node';

/** Everything that was compiled together. */
export interface Program {
  /** By the compiler's number. */
  declarations: ReadonlyMap<number, Node>;
  /** The file that a declaration is in. */
  fileOf: (node: Node) => string;
}

/** Makes the compiler's numbers resolvable. */
export function linkTrees(trees: ReadonlyMap<string, Node>): Program {
  const declarations = new Map<number, Node>();
  const files = new Map<string, string>();
  for (const [file, tree] of trees) {
    files.set(tree.src.split(':')[2] ?? '', file);
    for (const kind of DECLARATIONS)
      for (const node of all(tree, kind)) declarations.set(node.id, node);
  }
  return { declarations, fileOf: ({ src }) => files.get(src.split(':')[2] ?? '') ?? '' };
}

const DECLARATIONS = [
  'ContractDefinition',
  'FunctionDefinition',
  'ModifierDefinition',
  'VariableDeclaration',
  'StructDefinition',
];

/** What an identifier, a member or a path speaks of. */
export function declarationOf(program: Program, node: Node | undefined): Node | undefined {
  return program.declarations.get(number(node, 'referencedDeclaration') ?? -1);
}

/** A contract and all that it inherits from, the most derived first. */
export function lineage(program: Program, contract: Node): Node[] {
  const ids: unknown = contract['linearizedBaseContracts'];
  if (!Array.isArray(ids)) return [contract];
  return ids.flatMap((id) => program.declarations.get(Number(id)) ?? []);
}

/** The functions of a contract that anyone can call and that may write, inherited ones included. */
export function entryPoints(program: Program, contract: Node): Node[] {
  const seen = new Set<string>();
  return lineage(program, contract)
    .flatMap((base) => list(base, 'nodes'))
    .filter((node) => {
      if (node.nodeType !== 'FunctionDefinition' || node['implemented'] !== true) return false;
      if (!['function', 'fallback', 'receive'].includes(text(node, 'kind'))) return false;
      if (!['external', 'public'].includes(text(node, 'visibility'))) return false;
      const overridden = seen.has(signatureOf(node));
      seen.add(signatureOf(node));
      return !overridden && !['view', 'pure'].includes(text(node, 'stateMutability'));
    });
}

/** Name and parameter types: what an override shares with what it overrides. */
export function signatureOf(definition: Node): string {
  const types = list(child(definition, 'parameters'), 'parameters').map(typeOf);
  return `${text(definition, 'kind')} ${text(definition, 'name')}(${types.join(',')})`;
}

/** What really runs when a contract calls a function or modifier of one of its bases. */
export function mostDerived(program: Program, contract: Node, called: Node): Node {
  const isOurs = lineage(program, contract).some(({ id }) => id === number(called, 'scope'));
  if (!isOurs) return called;
  const override = lineage(program, contract)
    .flatMap((base) => list(base, 'nodes'))
    .find(
      (node) =>
        node.nodeType === called.nodeType &&
        signatureOf(node) === signatureOf(called) &&
        child(node, 'body') !== undefined,
    );
  return override ?? called;
}

/** The contracts whose functions are examined: those that can be deployed, else all but interfaces. */
export function examined(program: Program, files: ReadonlySet<string>): Node[] {
  const contracts = [...program.declarations.values()].filter(
    (node) =>
      node.nodeType === 'ContractDefinition' &&
      text(node, 'contractKind') === 'contract' &&
      files.has(program.fileOf(node)),
  );
  const bases = new Set(
    contracts.flatMap((contract) =>
      lineage(program, contract)
        .slice(1)
        .map(({ id }) => id),
    ),
  );
  return contracts.filter(({ id }) => !bases.has(id));
}
