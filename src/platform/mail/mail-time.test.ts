import { expect, it } from 'vitest';
import { mailTime } from './mail-time';
import { t } from '../../../test/support/messages/english';

const SUMMER = new Date('2031-05-04T12:00:00Z');
const WINTER = new Date('2031-01-04T22:30:00Z');

it.each([
  [SUMMER, 'Asia/Nicosia', '4 May 2031 at 15:00 (Asia/Nicosia, UTC+03:00)'],
  [WINTER, 'Asia/Nicosia', '5 January 2031 at 00:30 (Asia/Nicosia, UTC+02:00)'],
  [SUMMER, 'America/New_York', '4 May 2031 at 08:00 (America/New_York, UTC-04:00)'],
  [SUMMER, 'UTC', '4 May 2031 at 12:00 UTC'],
  [SUMMER, null, '4 May 2031 at 12:00 UTC'],
])('writes a moment on the clock of the reader, with the zone', (at, zone, text) => {
  expect(mailTime(at, zone, t)).toBe(text);
});
