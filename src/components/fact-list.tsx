import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

/** Names and values below each other. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className={classes['facts']}>{children}</dl>;
}

/** One name with its value, in a FactList. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
