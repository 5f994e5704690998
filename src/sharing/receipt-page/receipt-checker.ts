import { config } from 'zod';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { choice, field, make } from '@/reports/recover-page/elements';
import { KitProblem } from '@/reports/recover-page/kit-problem';
import { nodeAt } from '@/reports/recover-page/kit-sources';
import { SETTINGS_ID } from '@/reports/recover-page/page-settings';
import { restrictNetwork } from '@/reports/recover-page/restrict-network';
import { checkReceipt, ROOT_OF, type ReceiptVerdict } from './check-receipt';
import type { ReceiptSettings } from './receipt-settings';

// The page's policy lets it make no code.
config({ jitless: true });

const t = translatorOf(DEFAULT_LOCALE);
const given = JSON.parse(
  document.getElementById(SETTINGS_ID)?.textContent ?? '{}',
) as Partial<ReceiptSettings>;

const file = make('input', { type: 'file', accept: '.json,application/json' });
const pasted = make('textarea', { rows: 4, spellcheck: false, autocomplete: 'off' });
const rpc = make('input', { type: 'url', value: given.rpcUrl ?? '' });
const contract = make('input', { type: 'text', value: given.contract ?? '', spellcheck: false });
const root = make('input', { type: 'text', spellcheck: false });

const online = choice(
  'source',
  t('sharing.receiptPage.askChain'),
  make(
    'div',
    {},
    field(t('sharing.receiptPage.rpc'), rpc, t('sharing.receiptPage.rpcHint')),
    field(t('sharing.receiptPage.contract'), contract, t('sharing.receiptPage.contractHint')),
  ),
  true,
);
const byHand = choice(
  'source',
  t('sharing.receiptPage.byHand'),
  make('div', {}, field(t('sharing.receiptPage.root'), root, t('sharing.receiptPage.rootHint'))),
);
const answer = make('div', { id: 'answer' });
answer.setAttribute('role', 'status');
const check = make('button', { type: 'submit' }, t('sharing.receiptPage.check'));
const form = make(
  'form',
  { noValidate: true },
  make(
    'fieldset',
    {},
    make('legend', {}, t('sharing.receiptPage.receipt')),
    field(t('sharing.receiptPage.file'), file),
    field(t('sharing.receiptPage.pasted'), pasted),
  ),
  make(
    'fieldset',
    {},
    make('legend', {}, t('sharing.receiptPage.where')),
    online.element,
    byHand.element,
  ),
  check,
);

async function rootOf(day: number): Promise<string> {
  if (byHand.input.checked) {
    const text = root.value.trim().replace(/^0x/, '');
    if (/^[0-9a-f]{64}$/i.test(text)) return text;
    throw new KitProblem((t) => t('sharing.receiptPage.noRoot'));
  }
  const address = rpc.value.trim();
  restrictNetwork([address]);
  const data = ROOT_OF + day.toString(16).padStart(64, '0');
  const call = { to: contract.value.trim(), data };
  const found = await nodeAt(address)('eth_call', [call, 'latest']).catch((cause: unknown) => {
    throw new KitProblem((t) => t('sharing.receiptPage.chainAway'), cause);
  });
  if (typeof found === 'string' && found.length === 66) return found.slice(2);
  throw new KitProblem((t) => t('sharing.receiptPage.noContract'));
}

function show(verdict: ReceiptVerdict): void {
  if (verdict.outcome !== 'genuine') {
    const sentence = t(`sharing.receiptPage.${PROBLEMS[verdict.outcome]}`);
    answer.replaceChildren(make('p', { className: 'problem' }, sentence));
    return;
  }
  const { event, receipt } = verdict;
  const facts: [string, string][] = [
    [t('sharing.receiptPage.what'), event.action],
    [t('sharing.receiptPage.when'), event.at],
    [t('sharing.receiptPage.who'), `${event.actorKind} ${event.actorId}`],
    [t('sharing.receiptPage.aboutReport'), event.reportId ?? '–'],
    [t('sharing.receiptPage.aboutAccount'), event.subjectId ?? '–'],
    [t('sharing.receiptPage.more'), JSON.stringify(event.details)],
    [t('sharing.receiptPage.place'), `${event.shard}-${event.sequence}`],
  ];
  const lines = facts.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]);
  answer.replaceChildren(
    make('h2', {}, t('sharing.receiptPage.genuine')),
    make('p', {}, t('sharing.receiptPage.genuineHint', { date: receipt.date })),
    make('dl', {}, ...lines),
  );
}

const PROBLEMS = {
  unreadable: 'unreadable',
  altered: 'altered',
  'not-anchored': 'notAnchored',
} as const;

async function run(): Promise<void> {
  const chosen = file.files?.item(0);
  const text = pasted.value.trim() === '' ? ((await chosen?.text()) ?? '') : pasted.value;
  show(await checkReceipt(text, rootOf));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check.disabled = true;
  void run()
    .catch((error: unknown) => {
      const sentence =
        error instanceof KitProblem ? error.sentence(t) : t('sharing.receiptPage.failed');
      answer.replaceChildren(make('p', { className: 'problem' }, sentence));
    })
    .finally(() => {
      check.disabled = false;
    });
});

document.title = t('sharing.receiptPage.title');
document.body.append(
  make(
    'main',
    {},
    make('h1', {}, t('sharing.receiptPage.title')),
    make('p', { className: 'lead' }, t('sharing.receiptPage.lead')),
    form,
    answer,
  ),
);
