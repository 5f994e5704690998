import { z } from 'zod';
import { asNode, type SyntaxNode } from './syntax-tree';

const OTHER_OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '==': ['!='],
  '!=': ['=='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '+=': ['-='],
  '-=': ['+='],
};

/** Of a contract's own statuses, the one put in another's place. */
const OTHER_STATUS: Readonly<Record<string, string>> = {
  None: 'Withdrawn',
  Active: 'Withdrawn',
  Withdrawn: 'Active',
  Retracted: 'Superseded',
  Superseded: 'Retracted',
};

/** A piece of source and what to put in its place. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Every small fault that can be made at a node itself. */
export function replacementsAt(
  node: SyntaxNode,
  textOf: (node: SyntaxNode) => string,
): Replacement[] {
  const whole = (text: string): Replacement => ({ start: node.start, end: node.end, text });
  switch (node.nodeType) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'Conditional':
    case 'ForStatement':
      return conditionOf(node).flatMap(({ start, end }) =>
        // A loop that never ends shows nothing.
        (node.nodeType === 'IfStatement' || node.nodeType === 'Conditional'
          ? ['true', 'false']
          : ['false']
        ).map((text) => ({ start, end, text })),
      );
    case 'BinaryOperation':
      return binary(node, textOf).map(whole);
    case 'UnaryOperation':
      return unary(node, textOf).map(whole);
    case 'ExpressionStatement':
    case 'EmitStatement':
      return [{ start: node.start, end: node.end + 1, text: '{}' }];
    case 'Literal':
      return literal(node, textOf).map(whole);
    case 'ModifierInvocation':
      return node.fields['kind'] === 'modifierInvocation' ? [whole('')] : [];
    case 'MemberAccess': {
      const [owner, member] = textOf(node).split('.');
      const other = owner === 'Status' ? OTHER_STATUS[member ?? ''] : undefined;
      return other === undefined ? [] : [whole(`Status.${other}`)];
    }
    default:
      return [];
  }
}

function conditionOf({ fields }: SyntaxNode): SyntaxNode[] {
  const condition = asNode(fields['condition']);
  return condition === undefined ? [] : [condition];
}

function binary(node: SyntaxNode, textOf: (node: SyntaxNode) => string): string[] {
  const operator = z.string().parse(node.fields['operator']);
  const left = asNode(node.fields['leftExpression']);
  const right = asNode(node.fields['rightExpression']);
  if (left === undefined || right === undefined) return [];
  const [one, other] = [textOf(left), textOf(right)];
  if (operator === '&&' || operator === '||') {
    return [one, other, `${one} ${operator === '&&' ? '||' : '&&'} ${other}`];
  }
  return (OTHER_OPERATORS[operator] ?? []).map((another) => `${one} ${another} ${other}`);
}

function unary(node: SyntaxNode, textOf: (node: SyntaxNode) => string): string[] {
  const operand = asNode(node.fields['subExpression']);
  if (operand === undefined) return [];
  switch (node.fields['operator']) {
    case '!':
      return [textOf(operand)];
    case '++':
      return [`--${textOf(operand)}`];
    default:
      return [];
  }
}

function literal(node: SyntaxNode, textOf: (node: SyntaxNode) => string): string[] {
  const text = textOf(node);
  switch (node.fields['kind']) {
    case 'bool':
      return [text === 'true' ? 'false' : 'true'];
    case 'number': {
      const [number = '', unit] = text.split(' ');
      const more = String(Number(number.replaceAll('_', '')) + 1);
      return [unit === undefined ? more : `${more} ${unit}`];
    }
    case 'string':
      return [`${text.slice(0, -1)}x"`];
    default:
      return [];
  }
}
