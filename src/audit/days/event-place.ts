import { z } from 'zod';
import type { AuditEvent } from '@/generated/prisma/client';

/** An event's place in the trail as addresses name it: shard and sequence, e.g. `12-345`. */
export const eventPlaceSchema = z.string().regex(/^\d{1,2}-\d{1,18}$/);

/** The place of an event. */
export function placeOf({ shard, sequence }: Pick<AuditEvent, 'shard' | 'sequence'>): string {
  return `${shard}-${sequence}`;
}

/** @param place as eventPlaceSchema has it */
export function readPlace(place: string): Pick<AuditEvent, 'shard' | 'sequence'> {
  const [shard = '', sequence = ''] = place.split('-');
  return { shard: Number(shard), sequence: BigInt(sequence) };
}
