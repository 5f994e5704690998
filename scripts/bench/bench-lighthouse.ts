/**
 * Measures the pages with Lighthouse (a slow phone on a slow network, simulated) on a build for production with the
 * demo's people and reports: `npm run bench:lighthouse`, with `-- home login` for some pages only. The scores depend
 * on how busy the machine is; the bytes and the processor's time hardly do. The last line is one JSON object.
 */
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { z } from 'zod';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import startSystem from '../../test/e2e/support/start-system';
import { seedDemo } from '../demo/seed-demo';
import { seedDemoReports } from '../demo/seed-demo-reports';
import { CHROMIUM_FLAGS, chromiumPath } from '../provision/chromium';
import { freePorts } from '../provision/ports';
import { step } from '../provision/progress';
import { reportAndExit } from '../provision/report-and-exit';
import { lighthousePages, type MeasuredPage } from './lighthouse-pages';
import { processorTime } from './processor-time';

/** What one page got; times in milliseconds, sizes in bytes after gzip. */
interface Measured {
  performance: number;
  accessibility: number;
  bestPractices: number;
  lcp: number;
  /** The element whose painting LCP measures. */
  largest: string;
  tbt: number;
  fcp: number;
  /** How long the visible part takes to be complete. */
  speedIndex: number;
  /** How far things move while the page loads, without a unit. */
  layoutShift: number;
  /** Blocking time on the phone, and time of all tasks here, without what other programs took of the processor. */
  processor: { blocking: number; total: number };
  js: number;
  css: number;
  /** The audits of accessibility and best practices that the page fails. */
  failed: string[];
}

/** The scripts of each page, to find those that every page loads. */
const scriptsOf = new Map<string, Map<string, number>>();

async function measure(page: MeasuredPage, port: number): Promise<Measured> {
  const run = await lighthouse(page.url, {
    port,
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    ...(page.cookie !== null && { extraHeaders: { Cookie: page.cookie } }),
  });
  if (run === undefined) throw new Error(`Lighthouse gave no result for ${page.name}.`);
  const { lhr } = run;
  if (lhr.runtimeError !== undefined) throw new Error(lhr.runtimeError.message);
  const scripts = await sizes(lhr, 'Script');
  scriptsOf.set(page.name, scripts);
  return {
    performance: score(lhr, 'performance'),
    accessibility: score(lhr, 'accessibility'),
    bestPractices: score(lhr, 'best-practices'),
    lcp: Math.round(lhr.audits['largest-contentful-paint']?.numericValue ?? NaN),
    largest: largestElement(lhr),
    tbt: Math.round(lhr.audits['total-blocking-time']?.numericValue ?? NaN),
    fcp: Math.round(lhr.audits['first-contentful-paint']?.numericValue ?? NaN),
    speedIndex: Math.round(lhr.audits['speed-index']?.numericValue ?? NaN),
    layoutShift: Number((lhr.audits['cumulative-layout-shift']?.numericValue ?? NaN).toFixed(3)),
    processor: processorTime(run.artifacts.Trace.traceEvents),
    js: sum(scripts.values()),
    css: sum((await sizes(lhr, 'Stylesheet')).values()),
    failed: ['accessibility', 'best-practices'].flatMap((category) =>
      (lhr.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id]?.score === 0)
        .map(({ id }) => `${id}: ${firstPlace(lhr, id)}`),
    ),
  };
}

function score(lhr: Result, category: string): number {
  return Math.round((lhr.categories[category]?.score ?? NaN) * 100);
}

const placeSchema = z.object({ node: z.object({ selector: z.string() }) });

const breakdownSchema = z.object({ items: z.array(z.unknown()) });
const nodeSchema = z.object({ selector: z.string() });

function largestElement(lhr: Result): string {
  const details = breakdownSchema.safeParse(lhr.audits['lcp-breakdown-insight']?.details);
  const nodes = (details.data?.items ?? []).map((item) => nodeSchema.safeParse(item).data);
  return nodes.find((node) => node !== undefined)?.selector ?? '';
}

/** The first element that an audit found fault with. */
function firstPlace(lhr: Result, audit: string): string {
  const details = lhr.audits[audit]?.details;
  const [item] = details?.type === 'table' ? details.items : [];
  return placeSchema.safeParse(item).data?.node.selector ?? '';
}

/** Address → bytes after gzip of what the page loaded from us. */
async function sizes(lhr: Result, type: string): Promise<Map<string, number>> {
  const details = lhr.audits['network-requests']?.details;
  const items = details?.type === 'table' ? details.items : [];
  const urls = items.flatMap(({ url, resourceType }) =>
    resourceType === type && typeof url === 'string' && url.startsWith(env().APP_URL) ? [url] : [],
  );
  const weighed = [...new Set(urls)].map(async (url): Promise<[string, number]> => {
    const body = await (await fetch(url)).arrayBuffer();
    return [url, gzipSync(Buffer.from(body)).length];
  });
  return new Map(await Promise.all(weighed));
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, one) => total + one, 0);
}

/** Bytes after gzip of the scripts that every measured page loads. */
function sharedJs(): number {
  const [first = new Map<string, number>(), ...others] = scriptsOf.values();
  const shared = [...first].filter(([url]) => others.every((scripts) => scripts.has(url)));
  return sum(shared.map(([, size]) => size));
}

function printRow(name: string, measured: Measured): void {
  const {
    performance,
    accessibility,
    bestPractices,
    lcp,
    largest,
    tbt,
    fcp,
    speedIndex,
    layoutShift,
    processor,
    js,
    css,
    failed,
  } = measured;
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  const scores = [performance, accessibility, bestPractices].map((one) => String(one).padStart(4));
  console.log(
    `${name.padEnd(9)}${scores.join('')}   LCP ${lcp} ms (${largest})   TBT ${tbt} ms (${processor.blocking} by processor time)   FCP ${fcp} ms   speed index ${speedIndex} ms   shift ${layoutShift}   JS ${kib(js)}   CSS ${kib(css)}   ${failed.join(' ')}`,
  );
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const stop = await step('The whole system, built and started', startSystem);
  try {
    await step('Demo people and reports', async () => {
      await seedDemo();
      await seedDemoReports();
      while ((await database().report.count({ where: { state: 'ANCHORED' } })) === 0) {
        await setTimeout(200);
      }
    });
    const pages = await lighthousePages(env().APP_URL);
    const [port = 0] = await freePorts(1);
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    });
    const results: Record<string, Measured> = {};
    for (const page of pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      // The first visit compiles the page on the server.
      await fetch(page.url, page.cookie === null ? {} : { headers: { cookie: page.cookie } });
      const measured = await measure(page, port);
      results[page.name] = measured;
      printRow(page.name, measured);
    }
    await browser.close();
    console.log(JSON.stringify({ sharedJs: sharedJs(), pages: results }));
  } finally {
    await database().$disconnect();
    await stop();
  }
}

await main().catch(reportAndExit);
process.exit(0);
