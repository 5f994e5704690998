import { Skeleton } from '@/components/plain/skeleton';
import { Text } from '@/components/plain/text';
import classes from './waiting-box.module.css';

interface WaitingBoxProps {
  /** In pixels, like what will stand here. */
  height: number;
  /** What is on its way. */
  children: string;
}

/** Holds the place of one part of a page while its data is on the way, and names what is coming. */
export function WaitingBox({ height, children }: WaitingBoxProps) {
  return (
    <div aria-busy="true" className={classes['box']}>
      <Skeleton height={height} />
      <Text role="status" className={classes['label'] ?? ''}>
        {children}
      </Text>
    </div>
  );
}
