import { describe, expect, it } from 'vitest';
import { ACTION_POLICY, outcomeOf, RELATIONS, type Outcome, type Relation } from './action-policy';
import { DATA_ACTION_OF, DATA_ACTIONS, dataActionOf } from './data-action';
import { classesFrom, DATA_CLASSES } from './data-class';

/** Each row: read, write, delete, duplicate, move, copy; each cell: N, R, V. */
const EXPECTED: Record<Relation, string> = {
  owner: 'lll lll lll lll lll lll',
  'silent-owner': 'sll lll lll lll lll lll',
  issuer: 'lll lll lll vvv vvv lll',
  viewer: 'lll vvv vvv vvv vvv lll',
  requester: 'lll vvv vvv vvv vvv lll',
  emergency: 'lll vvv vvv vvv vvv lll',
  administrator: 'vvv vvv vvv vvv vvv vvv',
  system: 'lll lll lll lll lll vvv',
  'former-viewer': 'vvv vvv vvv vvv vvv vvv',
  stranger: 'llv llv llv vvv llv llv',
};
const WORDS: Record<string, Outcome> = { s: 'silent', l: 'logged', v: 'violation' };

describe.each(RELATIONS)('what the %s does', (relation) => {
  const rows = EXPECTED[relation].split(' ');
  it.each(
    DATA_ACTIONS.flatMap((action, row) =>
      DATA_CLASSES.map((dataClass, column) => ({
        action,
        dataClass,
        outcome: WORDS[rows[row]?.[column] ?? ''],
      })),
    ),
  )('$action of class $dataClass is $outcome', ({ action, dataClass, outcome }) => {
    expect(outcomeOf(action, relation, dataClass)).toBe(outcome);
  });

  it('counts as with the highest class where the class is not known', () => {
    for (const action of DATA_ACTIONS) {
      expect(outcomeOf(action, relation)).toBe(ACTION_POLICY[relation][action].V);
    }
  });
});

it('never silences a change, or what others do', () => {
  const silent = RELATIONS.flatMap((relation) =>
    DATA_ACTIONS.flatMap((action) =>
      DATA_CLASSES.filter((one) => outcomeOf(action, relation, one) === 'silent').map((one) =>
        [relation, action, one].join(' '),
      ),
    ),
  );
  expect(silent).toEqual(['silent-owner read N']);
});

it('is asked of each of the six actions by an event of the trail', () => {
  const named = Object.values(DATA_ACTION_OF).filter((one) => one !== null);
  const saved = dataActionOf('guest.opened', 'copy');
  expect(new Set([...named, saved])).toEqual(new Set(DATA_ACTIONS));
  expect(dataActionOf('guest.opened', 'report')).toBe('read');
});

it('declares all that is done to a report as one of the six, but refusals and what changes nothing', () => {
  const none = Object.entries(DATA_ACTION_OF).flatMap(([event, action]) =>
    event.startsWith('report.') && action === null ? [event] : [],
  );
  expect(none.sort()).toEqual([
    'report.access-log-read',
    'report.end-acknowledged',
    'report.refused',
  ]);
});

it('orders the classes from low to high', () => {
  expect(DATA_CLASSES.map((one) => classesFrom(one).join(''))).toEqual(['NRV', 'RV', 'V']);
});
