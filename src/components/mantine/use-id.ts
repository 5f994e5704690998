import { useId as useReactId } from 'react';

/**
 * Mantine's `useId` that stays with the id of the first rendering, which is the server's.
 * @param staticId the id that an element was given, which it keeps
 */
export function useId(staticId?: string): string {
  const id = useReactId();
  return staticId ?? `mantine-${id.replaceAll(':', '')}`;
}
