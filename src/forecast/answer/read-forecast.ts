import type { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { HOUR_MS } from '@/platform/time/durations';
import { feeChain } from '../history/fee-chain';
import { dropPast } from './drop-past';
import type { ForecastAnswer } from './forecast-answer';
import { forecastContentSchema } from './forecast-content';

/** A forecast from older data is withdrawn: for today it is no better than a guess. */
const MAX_AGE_HOURS = 48;
/** A damaged record is passed over for the one before it. */
const LOOK_BACK = 5;

/** The newest forecast that is whole and young enough, or why there is none. Reads two tables. */
export async function readForecast(at?: Date): Promise<ForecastAnswer> {
  const now = at ?? (await databaseNow());
  const chain = feeChain();
  for (const { id, content, madeAt, dataUntil, source } of await newestForecasts(chain.id, now)) {
    const parsed = forecastContentSchema.safeParse(content);
    if (!parsed.success) {
      log().error({ forecast: id }, 'a stored forecast is damaged');
      continue;
    }
    // A clock that jumped back must not make data younger than new.
    const ageHours = Math.max(0, (now.getTime() - dataUntil.getTime()) / HOUR_MS);
    const present = dropPast(parsed.data, now);
    if (ageHours > MAX_AGE_HOURS || !present) {
      return none(chain, await whyOld(chain.id), dataUntil);
    }
    return {
      status: 'ready',
      chain,
      source,
      madeAt: madeAt.toISOString(),
      dataUntil: dataUntil.toISOString(),
      ageHours,
      training: await isTraining(chain.id, now),
      asOf: now.toISOString(),
      ...present,
    };
  }
  const refreshed = await database().feeTask.findUnique({ where: { id: `refresh:${chain.id}` } });
  if (refreshed?.doneAt) return none(chain, 'too-little-history', null);
  const collected = await whyOld(chain.id);
  return none(chain, collected === 'chain-unavailable' ? collected : 'not-made-yet', null);
}

/** Those that a clock far ahead dated into the future come last: they would hide what was made since. */
async function newestForecasts(chainId: number, now: Date) {
  const newest = {
    orderBy: [{ dataUntil: 'desc' }, { madeAt: 'desc' }],
    take: LOOK_BACK,
  } satisfies Prisma.FeeForecastFindManyArgs;
  const [made, ahead] = await Promise.all([
    database().feeForecast.findMany({ where: { chainId, madeAt: { lte: now } }, ...newest }),
    database().feeForecast.findMany({ where: { chainId, madeAt: { gt: now } }, ...newest }),
  ]);
  return [...made, ...ahead];
}

async function isTraining(chainId: number, now: Date): Promise<boolean> {
  const task = await database().feeTask.findUnique({ where: { id: `train:${chainId}` } });
  return task?.claimedUntil != null && task.claimedUntil > now;
}

/** Whether data are old because the chain could not be asked. */
async function whyOld(chainId: number): Promise<'chain-unavailable' | 'data-too-old'> {
  const task = await database().feeTask.findUnique({ where: { id: `collect:${chainId}` } });
  const isAway = task?.lastError === 'chain-unavailable' || task?.lastError === 'wrong-chain';
  return isAway ? 'chain-unavailable' : 'data-too-old';
}

type None = Extract<ForecastAnswer, { status: 'none' }>;

function none(chain: None['chain'], reason: None['reason'], dataUntil: Date | null): None {
  return { status: 'none', chain, reason, dataUntil: dataUntil?.toISOString() ?? null };
}
