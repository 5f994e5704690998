import { expect, it } from 'vitest';
import { AccessRequestState } from '@/generated/prisma/enums';
import { canMoveRequest, REQUEST_MOVES, type RequestMove } from './access-moves';

it('allows these moves and no other', () => {
  const moves = Object.keys(REQUEST_MOVES) as RequestMove[];
  const allowed = Object.values(AccessRequestState).flatMap((state) =>
    moves
      .filter((move) => canMoveRequest(state, move))
      .map((move) => `${state} ${move} ${REQUEST_MOVES[move].to}`),
  );
  expect(allowed).toEqual([
    'ASKED grant GRANTED',
    'ASKED deny DENIED',
    'ASKED withdraw WITHDRAWN',
    'ASKED expire EXPIRED',
    'ASKED close ENDED',
    'GRANTED end ENDED',
    'GRANTED withdraw WITHDRAWN',
    'GRANTED expire EXPIRED',
    'GRANTED close ENDED',
  ]);
});
