import { child, type Node, text, typeOf } from '../ast/node';
import { declarationOf, type Program } from '../ast/program';

/** Whether a literal is 0 or false. */
export function isZero(node: Node): boolean {
  return ['0', 'false', '0x0'].includes(text(node, 'value'));
}

/** Whether an expression is a call of `revert`. */
export function isRevert(node: Node | undefined): boolean {
  return node?.nodeType === 'FunctionCall' && text(child(node, 'expression'), 'name') === 'revert';
}

/** `msg.sender`, `super.f`: a member of something that has a name. */
export function pathOf(node: Node): string {
  return `${text(child(node, 'expression'), 'name')}.${text(node, 'memberName')}`;
}

/** What a place in memory or storage is a part of. */
export function rootOf(node: Node): Node {
  const inner = child(node, 'baseExpression') ?? child(node, 'expression');
  return inner !== undefined && ['IndexAccess', 'MemberAccess'].includes(node.nodeType)
    ? rootOf(inner)
    : node;
}

/** Whether an assignment to this writes to storage: a pointer itself is only a variable. */
export function isInStorage(program: Program, target: Node): boolean {
  const root = rootOf(target);
  const declared = declarationOf(program, root);
  if (declared?.['stateVariable'] === true) return true;
  return target !== root && typeOf(root).includes(' storage');
}
