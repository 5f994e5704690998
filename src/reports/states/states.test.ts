import { describe, expect, it } from 'vitest';
import { ReportState } from '@/generated/prisma/enums';
import { canMove, MOVES, type Move } from './states';

const ALLOWED: Record<ReportState, Move[]> = {
  DRAFT: ['forward', 'discard'],
  DISCARDED: [],
  FORWARDED: ['approve', 'reject', 'withdraw'],
  REJECTED: [],
  APPROVED: ['withdraw', 'begin-anchoring', 'confirm-anchoring'],
  WITHDRAWN: ['confirm-anchoring'],
  ANCHORING: ['cancel-anchoring', 'fail-anchoring', 'confirm-anchoring'],
  ANCHORED: ['confirm-retraction', 'confirm-supersession', 'undo-anchoring'],
  RETRACTED: ['undo-anchoring', 'undo-retraction'],
  SUPERSEDED: ['undo-anchoring', 'undo-retraction'],
};

const moves = Object.keys(MOVES) as Move[];

describe('the life of a report', () => {
  it.each(Object.values(ReportState))('from %s only the listed moves are allowed', (state) => {
    expect(moves.filter((move) => canMove(state, move)).sort()).toEqual([...ALLOWED[state]].sort());
  });

  it('allows only the chain to confirm that a report is anchored', () => {
    const intoAnchored = moves.filter((move) => MOVES[move].to === 'ANCHORED');
    expect(intoAnchored.map((move) => MOVES[move].by)).toEqual(['chain', 'chain']);
  });
});
