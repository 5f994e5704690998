import type { ReactNode } from 'react';
import classes from './fact-list.module.css';

interface FactListProps {
  /** Side by side where there is room. */
  columns?: 1 | 2;
  children: ReactNode;
}

/** Names and values below each other. */
export function FactList({ columns = 1, children }: FactListProps) {
  return (
    <dl className={classes['facts']} data-columns={columns}>
      {children}
    </dl>
  );
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
