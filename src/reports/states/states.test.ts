import { describe, expect, it } from 'vitest';
import { ReportState } from '@/generated/prisma/enums';
import { canMove, MOVES, type Move } from './states';

const ALLOWED: Record<ReportState, Move[]> = {
  DRAFT: ['forward', 'discard', 'erase-draft'],
  DISCARDED: [],
  FORWARDED: ['approve', 'reject', 'withdraw', 'erase'],
  REJECTED: ['erase'],
  APPROVED: ['withdraw', 'begin-anchoring', 'confirm-anchoring', 'erase'],
  WITHDRAWN: ['confirm-anchoring', 'erase'],
  ANCHORING: ['withdraw', 'cancel-anchoring', 'fail-anchoring', 'confirm-anchoring', 'erase'],
  ANCHORED: ['confirm-retraction', 'confirm-supersession', 'undo-anchoring', 'erase'],
  RETRACTED: ['undo-anchoring', 'undo-retraction', 'erase'],
  SUPERSEDED: ['undo-anchoring', 'undo-retraction', 'erase'],
  ERASED: [],
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
