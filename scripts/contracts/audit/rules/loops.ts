import { all, child, list, type Node, startOf, text, typeOf, walk } from '../ast/node';
import { declarationOf, type Program } from '../ast/program';
import { isRevert } from '../authority/places';
import type { Rule, Violation } from './rule';

/** SWC-128: denial of service with the block's gas limit. */
const BLOCK_GAS_LIMIT = 128;

const LOOPS = ['ForStatement', 'WhileStatement', 'DoWhileStatement'];
const COMPARISONS = ['<', '<=', '>', '>=', '!=', '=='];

/**
 * `unbounded-loop`: how often a loop runs depends on something that nothing in the function caps by a
 * constant: storage that grows, a list or number of the caller's.
 */
export const unboundedLoop: Rule = (program, files) =>
  [...program.declarations.values()]
    .filter((node) => ['FunctionDefinition', 'ModifierDefinition'].includes(node.nodeType))
    .filter((node) => files.has(program.fileOf(node)))
    .flatMap((definition) =>
      [...walk(definition)]
        .filter(({ nodeType }) => LOOPS.includes(nodeType))
        .filter((loop) => !isBounded(program, definition, loop))
        .map((loop) => violation(program, definition, loop)),
    );

function violation(program: Program, definition: Node, loop: Node): Violation {
  const condition = child(loop, 'condition');
  const overStorage = condition !== undefined && readsStorage(program, condition, loop);
  const what = overStorage ? 'what is in storage' : 'a number that nothing caps';
  return {
    rule: 'unbounded-loop',
    severity: 'warning',
    swc: BLOCK_GAS_LIMIT,
    message: `How often this loop of ${text(definition, 'name')} runs depends on ${what}`,
    node: loop,
  };
}

/** A condition holds for a bounded time when one part of it, joined by "and", does. */
function isBounded(program: Program, definition: Node, loop: Node): boolean {
  const condition = child(loop, 'condition');
  if (condition === undefined) return false;
  const isPart = (node: Node): boolean => {
    const [left, right] = [child(node, 'leftExpression'), child(node, 'rightExpression')];
    if (left === undefined || right === undefined) return false;
    if (text(node, 'operator') === '&&') return isPart(left) || isPart(right);
    if (!COMPARISONS.slice(0, 5).includes(text(node, 'operator'))) return false;
    const changes = (side: Node) => isChangedIn(loop, side);
    const limit = changes(left) ? right : left;
    return changes(left) !== changes(right) && isCapped(program, definition, loop, limit);
  };
  return isPart(condition);
}

/** Whether a side of the condition names a variable that the loop changes: its counter. */
function isChangedIn(loop: Node, side: Node): boolean {
  const changed = [...walk(loop)].flatMap((node) => {
    if (node.nodeType === 'Assignment') return [child(node, 'leftHandSide')];
    const changes = ['++', '--'].includes(text(node, 'operator'));
    return node.nodeType === 'UnaryOperation' && changes ? [child(node, 'subExpression')] : [];
  });
  const ids = new Set(changed.map((node) => node?.['referencedDeclaration']));
  return all(side, 'Identifier').some((node) => ids.has(node['referencedDeclaration']));
}

function isCapped(program: Program, definition: Node, loop: Node, limit: Node): boolean {
  if (isConstant(program, limit)) return true;
  // A fixed array's length: `uint256[8] memory`.
  if (
    text(limit, 'memberName') === 'length' &&
    /\[\d+\]/.test(typeOf(child(limit, 'expression')))
  ) {
    return true;
  }
  const wanted = print(limit);
  return checksBefore(definition, loop).some((check) =>
    all(check, 'BinaryOperation').some((comparison) => {
      if (!COMPARISONS.slice(0, 4).includes(text(comparison, 'operator'))) return false;
      const sides = [child(comparison, 'leftExpression'), child(comparison, 'rightExpression')];
      const known = sides.filter((side) => side !== undefined);
      return (
        known.some((side) => print(side) === wanted) &&
        known.some((side) => isConstant(program, side))
      );
    }),
  );
}

/** The conditions that end the function before the loop: of `if (…) revert`, `if (…) return`, `require`. */
function checksBefore(definition: Node, loop: Node): Node[] {
  return [...walk(definition)]
    .filter((node) => startOf(node) < startOf(loop))
    .flatMap((node) => {
      if (node.nodeType === 'IfStatement') {
        const body = child(node, 'trueBody');
        const condition = child(node, 'condition');
        const last = body?.nodeType === 'Block' ? list(body, 'statements').at(-1) : body;
        const isCall =
          last?.nodeType === 'ExpressionStatement' && isRevert(child(last, 'expression'));
        const ends = isCall || ['Return', 'RevertStatement'].includes(last?.nodeType ?? '');
        return ends && condition ? [condition] : [];
      }
      const isRequire = text(child(node, 'expression'), 'name') === 'require';
      return node.nodeType === 'FunctionCall' && isRequire
        ? list(node, 'arguments').slice(0, 1)
        : [];
    });
}

function isConstant(program: Program, node: Node): boolean {
  if (node.nodeType === 'Literal') return true;
  if (typeOf(node).startsWith('int_const')) return true;
  const declared = declarationOf(program, node);
  return ['constant', 'immutable'].includes(text(declared, 'mutability'));
}

/** An expression by what it names, so that equal expressions in two places can be compared. */
function print(node: Node): string {
  return [...walk(node)]
    .map(
      (part) =>
        `${part.nodeType}:${text(part, 'memberName') || text(part, 'value')}:${String(part['referencedDeclaration'])}`,
    )
    .join(' ');
}

function readsStorage(program: Program, condition: Node, loop: Node): boolean {
  return [...walk(condition), ...walk(loop)].some((node) => {
    const declared = declarationOf(program, node);
    return (
      typeOf(node).includes(' storage') ||
      (declared?.['stateVariable'] === true && text(declared, 'mutability') === 'mutable')
    );
  });
}
