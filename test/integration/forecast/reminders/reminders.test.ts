import { beforeEach, describe, expect, it } from 'vitest';
import { isoDay } from '../../../support/forecast/made-forecast';
import { bringRemindersForward } from '@/forecast/reminders/bring-reminders-forward';
import { cancelReminder } from '@/forecast/reminders/cancel-reminder';
import { listReminders } from '@/forecast/reminders/list-reminders';
import { reminderRequestSchema } from '@/forecast/reminders/reminder-schema';
import { requestReminder } from '@/forecast/reminders/request-reminder';
import { database } from '@/platform/database/database';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { createPatient, type Person } from '../../../support/people/factories';
import { storeForecast } from '../../../support/forecast/fee-forecasts';
import { deliverMailsTo } from '../../../support/people/mail';
import { t } from '../../../support/messages/english';

const ZONE = 'Asia/Nicosia';

let patient: Person;

beforeEach(async () => {
  await database().outboxJob.deleteMany();
  patient = await createPatient();
});

const dayAhead = (days: number): string => isoDay(new Date(Date.now() + days * DAY_MS));
const ask = (date: string) => requestReminder(patient.actor, { date, timeZone: ZONE });
const jobs = () => database().outboxJob.findMany({ where: { kind: 'remind-of-fees' } });

/** Lets the time of every job come. */
async function makeDue(): Promise<void> {
  await database().outboxJob.updateMany({ data: { runAfter: new Date(Date.now() - 60_000) } });
}

describe('a reminder', () => {
  it('is a mail when the advised hours begin, once, with the hours on the patient’s clock', async () => {
    const { advice } = await storeForecast();
    expect(await listReminders(patient.actor)).toEqual([]);
    const asked = await ask(advice.date);
    expect(asked).toEqual({ remindsAt: advice.window?.from });
    // A second click, in another window: one mail.
    expect(await ask(advice.date)).toEqual(asked);
    expect(await listReminders(patient.actor)).toEqual([asked.remindsAt]);
    const queued = await jobs();
    expect(queued.map(({ runAfter }) => runAfter.toISOString())).toEqual([asked.remindsAt]);

    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
    await makeDue();
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual([t('forecast.sendFeeReminder.subject')]);
    // 04:00 UTC is six in Nicosia in winter, seven in summer.
    expect(mails[0]?.text).toMatch(/, 0[67]:00–1[01]:00 \(Asia\/Nicosia\)/);
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });

  it('may be of any other forecast day, from its beginning on', async () => {
    await storeForecast();
    const date = dayAhead(6);
    expect(await ask(date)).toEqual({ remindsAt: `${date}T00:00:00.000Z` });
    expect(await listReminders(patient.actor)).toEqual([`${date}T00:00:00.000Z`]);
  });

  it('belongs to its patient alone', async () => {
    const { advice } = await storeForecast();
    await ask(advice.date);
    const other = await createPatient();
    expect(await listReminders(other.actor)).toEqual([]);
    await makeDue();
    expect(await deliverMailsTo(other.actor.email)).toEqual([]);
  });

  it('can be cancelled, twice as well as once, and asked for again', async () => {
    const { advice } = await storeForecast();
    const asked = await ask(advice.date);
    const later = await ask(dayAhead(6));
    await cancelReminder(patient.actor, asked);
    await cancelReminder(patient.actor, asked);
    expect(await listReminders(patient.actor)).toEqual([later.remindsAt]);
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
    expect(await listReminders(patient.actor)).toEqual([]);
    await ask(advice.date);
    expect(await listReminders(patient.actor)).toEqual([asked.remindsAt]);
  });

  it('cannot be cancelled by anyone else, nor once it is sent', async () => {
    const { advice } = await storeForecast();
    const asked = await ask(advice.date);
    const other = await createPatient();
    await cancelReminder(other.actor, asked);
    expect(await listReminders(patient.actor)).toEqual([asked.remindsAt]);
    await makeDue();
    await deliverMailsTo(patient.actor.email);
    await expect(cancelReminder(patient.actor, asked)).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('is not of a day that is over, has begun, or is beyond the seven', async () => {
    await storeForecast();
    for (const days of [-1, 0, 7, 400]) {
      await expect(ask(dayAhead(days))).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(await jobs()).toEqual([]);
  });

  it('is refused without a forecast', async () => {
    await database().feeForecast.deleteMany();
    await expect(ask(dayAhead(1))).rejects.toMatchObject({ code: 'wrong-state' });
    await storeForecast({ ageHours: 49 });
    await expect(ask(dayAhead(1))).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await jobs()).toEqual([]);
  });

  it('is not sent after its hours, nor to an account that is closed', async () => {
    const { advice } = await storeForecast();
    await ask(advice.date);
    const [job] = await jobs();
    const payload = {
      accountId: patient.actor.accountId,
      from: new Date(Date.now() - 5 * HOUR_MS).toISOString(),
      until: new Date(Date.now() - HOUR_MS).toISOString(),
      timeZone: ZONE,
    };
    await database().outboxJob.updateMany({ where: { id: job?.id ?? 0n }, data: { payload } });
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
    expect((await jobs())[0]?.doneAt).not.toBeNull();

    await ask(dayAhead(6));
    const { accountId: id } = patient.actor;
    await database().account.update({ where: { id }, data: { status: 'SUSPENDED' } });
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
  });

  it('names a day and a zone that exist', () => {
    const takes = (body: unknown) => reminderRequestSchema.safeParse(body).success;
    expect(takes({ date: '2026-11-22', timeZone: ZONE })).toBe(true);
    expect(takes({ date: '2026-02-30', timeZone: ZONE })).toBe(false);
    expect(takes({ date: '2026-11-22', timeZone: 'Europe/Nowhere' })).toBe(false);
  });
});

describe('a reminder and the stopping rule', () => {
  /** Makes the present price look cheap or dear beside a level, gwei. */
  async function learnLevel(gwei: number | null): Promise<string> {
    const content = await storeForecast();
    const stopping = gwei !== null && {
      shape: Array<number>(168).fill(0),
      level: Math.log(gwei),
      weights: Array<number>(6).fill(1 / 6),
      from: Math.floor(Date.now() / HOUR_MS),
    };
    await database().feeForecast.updateMany({ data: { content: { ...content, stopping } } });
    return content.advice.date;
  }

  it('goes out as soon as the price is as low as the rule waits for', async () => {
    await ask(await learnLevel(1e6));
    expect(await bringRemindersForward()).toBe(1);
    // It is done once.
    expect(await bringRemindersForward()).toBe(0);
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual([t('forecast.sendFeeReminder.subject')]);
  });

  it('stays until its hours begin while the price is higher, or nothing was learned', async () => {
    await ask(await learnLevel(1e-9));
    expect(await bringRemindersForward()).toBe(0);
    await learnLevel(null);
    expect(await bringRemindersForward()).toBe(0);
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
    expect(await listReminders(patient.actor)).toHaveLength(1);
  });

  it('is not sent to a person who has cancelled it', async () => {
    await cancelReminder(patient.actor, await ask(await learnLevel(1e6)));
    expect(await bringRemindersForward()).toBe(0);
  });
});
