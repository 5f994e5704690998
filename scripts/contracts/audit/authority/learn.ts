import { child, list, type Node, number, text } from '../ast/node';
import { authorise, type Path } from './path';
import { isLookup, join, type Value } from './value';

/** What a condition's outcome implies about the caller. */
interface Lesson {
  /** The caller has a right. */
  authorised: boolean;
  /** Variables that turn out to equal something: the caller's account, a stored value. */
  equals: readonly { variable: number; value: Value }[];
}

const NONE: Lesson = { authorised: false, equals: [] };

/**
 * Notes on a path what follows from a condition being true or false. A caller is authorised when
 * found in the contract's own books (a role, an owner), not when merely missing from them: a list
 * of those locked out gives no right.
 * @param evaluate a node's value on this path
 */
export function learn(
  path: Path,
  condition: Node,
  outcome: boolean,
  evaluate: (node: Node) => Value,
): void {
  const { authorised, equals } = lessonOf(condition, outcome, evaluate);
  if (authorised) authorise(path);
  for (const { variable, value } of equals) {
    path.variables.set(variable, join([path.variables.get(variable), value]));
  }
}

function lessonOf(node: Node, outcome: boolean, evaluate: (node: Node) => Value): Lesson {
  const lesson = (inner: Node | undefined, holds: boolean) =>
    inner === undefined ? NONE : lessonOf(inner, holds, evaluate);

  if (node.nodeType === 'TupleExpression') return lesson(list(node, 'components')[0], outcome);
  if (node.nodeType === 'UnaryOperation' && text(node, 'operator') === '!') {
    return lesson(child(node, 'subExpression'), !outcome);
  }
  if (node.nodeType !== 'BinaryOperation') {
    return { authorised: outcome && isLookup(evaluate(node)), equals: [] };
  }
  const [left, right] = [child(node, 'leftExpression'), child(node, 'rightExpression')];
  if (left === undefined || right === undefined) return NONE;
  switch (text(node, 'operator')) {
    case '&&':
    case '||': {
      const lessons = [lesson(left, outcome), lesson(right, outcome)];
      const both = (text(node, 'operator') === '&&') === outcome;
      return both ? together(lessons) : either(lessons);
    }
    case '==':
      return compare(left, right, outcome, evaluate);
    case '!=':
      return compare(left, right, !outcome, evaluate);
    default:
      return { authorised: [left, right].some((side) => isLookup(evaluate(side))), equals: [] };
  }
}

function together(lessons: readonly Lesson[]): Lesson {
  return {
    authorised: lessons.some(({ authorised }) => authorised),
    equals: lessons.flatMap(({ equals }) => equals),
  };
}

/** One of the two is so: a right either way, or being the very account that is spoken of. */
function either(lessons: readonly Lesson[]): Lesson {
  const named = (lesson: Lesson) => lesson.equals.some(({ value }) => value.caller);
  const some = lessons.some(({ authorised }) => authorised);
  return {
    authorised: some && lessons.every((lesson) => lesson.authorised || named(lesson)),
    equals: [],
  };
}

function compare(left: Node, right: Node, equal: boolean, evaluate: (node: Node) => Value): Lesson {
  const sides = [
    { node: left, mine: evaluate(left), other: evaluate(right) },
    { node: right, mine: evaluate(right), other: evaluate(left) },
  ];
  if (!equal) {
    const found = sides.some(({ mine, other }) => isLookup(mine) && other.zero);
    return { authorised: found, equals: [] };
  }
  return {
    authorised: sides.some(
      ({ mine, other }) => mine.caller && (other.stored.size > 0 || other.constant),
    ),
    equals: sides.flatMap(({ node, other }) => {
      const variable = node.nodeType === 'Identifier' ? number(node, 'referencedDeclaration') : -1;
      return variable !== undefined && variable >= 0 ? [{ variable, value: other }] : [];
    }),
  };
}
