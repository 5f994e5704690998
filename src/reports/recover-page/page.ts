import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { readPaperKey } from '@/vault/recovery-kit/paper-key';
import { walletIdentity, walletKeyMessage } from '@/vault/recovery-kit/wallet-identity';
import { choice, field, make } from './elements';
import { KitProblem } from './kit-problem';
import { bucketFiles, chosenFiles, nodeAt } from './kit-sources';
import { openKit, type KitSources } from './open-kit';
import { SETTINGS_ID, type PageSettings } from './page-settings';
import { reportList } from './report-list';
import { restrictNetwork } from './restrict-network';
import { hasWallet, requirePlainSignature, signInWallet } from './sign-in-wallet';

const t = translatorOf(DEFAULT_LOCALE);
const given = JSON.parse(
  document.getElementById(SETTINGS_ID)?.textContent ?? '{}',
) as Partial<PageSettings>;

const paperKey = make('textarea', { rows: 3, spellcheck: false, autocomplete: 'off' });
const generation = make('input', { type: 'number', min: '1', value: '1' });
const owner = make('input', { type: 'text', spellcheck: false, placeholder: '0x…' });
const signature = make('textarea', { rows: 3, spellcheck: false });
const message = make('textarea', { rows: 5, readOnly: true });
const bucket = make('input', { type: 'url', value: given.bucketUrl ?? '' });
const files = make('input', { type: 'file', multiple: true });
const rpc = make('input', { type: 'url', value: given.rpcUrl ?? '' });
const registry = make('input', {
  type: 'text',
  value: given.registryAddress ?? '',
  spellcheck: false,
});
const chainId = make('input', { type: 'number', min: '1', value: String(given.chainId ?? 1) });
const fromBlock = make('input', { type: 'number', min: '0', value: String(given.fromBlock ?? 0) });

const paper = choice(
  'way',
  t('reports.recoverPage.paper'),
  make(
    'div',
    {},
    field(t('reports.recoverPage.paperKey'), paperKey, t('reports.recoverPage.paperHint')),
  ),
  true,
);
const wallet = choice(
  'way',
  t('reports.recoverPage.wallet'),
  make(
    'div',
    {},
    make(
      'p',
      {},
      hasWallet() ? t('reports.recoverPage.walletSigns') : t('reports.recoverPage.noWallet'),
    ),
    field(t('reports.recoverPage.generation'), generation, t('reports.recoverPage.generationHint')),
    make(
      'details',
      {},
      make('summary', {}, t('reports.recoverPage.signElsewhere')),
      field(t('reports.recoverPage.owner'), owner),
      field(t('reports.recoverPage.message'), message, t('reports.recoverPage.messageHint')),
      field(t('reports.recoverPage.signature'), signature),
    ),
  ),
);
const online = choice(
  'place',
  t('reports.recoverPage.bucket'),
  make(
    'div',
    {},
    field(t('reports.recoverPage.bucketAddress'), bucket, t('reports.recoverPage.bucketHint')),
  ),
  true,
);
const local = choice(
  'place',
  t('reports.recoverPage.files'),
  make(
    'div',
    {},
    field(t('reports.recoverPage.chooseFiles'), files, t('reports.recoverPage.filesHint')),
  ),
);
const answer = make('div', { id: 'answer' });
answer.setAttribute('role', 'status');
const open = make('button', { type: 'submit' }, t('reports.recoverPage.open'));
const form = make(
  'form',
  { noValidate: true },
  make(
    'fieldset',
    {},
    make('legend', {}, t('reports.recoverPage.whatYouHave')),
    paper.element,
    wallet.element,
  ),
  make(
    'fieldset',
    {},
    make('legend', {}, t('reports.recoverPage.where')),
    online.element,
    local.element,
  ),
  make(
    'fieldset',
    {},
    make('legend', {}, t('reports.recoverPage.blockchain')),
    make('p', {}, t('reports.recoverPage.blockchainHint')),
    field(t('reports.recoverPage.rpc'), rpc),
    field(t('reports.recoverPage.registry'), registry),
    make(
      'div',
      { className: 'pair' },
      field(t('reports.recoverPage.chainId'), chainId),
      field(t('reports.recoverPage.fromBlock'), fromBlock),
    ),
  ),
  open,
);

/** Which key of the wallet the fields describe. */
function walletKey() {
  return {
    chainId: Number(chainId.value),
    registryAddress: registry.value.trim(),
    generation: Number(generation.value),
  };
}

function showMessage() {
  message.value = JSON.stringify(walletKeyMessage({ ...walletKey(), owner: owner.value.trim() }));
}

/** The key of the kit: from paper, from a signature made elsewhere, or from the wallet. */
async function readKey(): Promise<{ identity: string; wallet: string | null }> {
  if (paper.input.checked) {
    const identity = readPaperKey(paperKey.value);
    if (identity === null) throw new KitProblem((t) => t('reports.recoverPage.torn'));
    return { identity, wallet: null };
  }
  const pasted = signature.value.trim();
  if (pasted === '') return signInWallet(walletKey());
  requirePlainSignature(pasted);
  const address = owner.value.trim();
  return { identity: await walletIdentity(pasted, address), wallet: address };
}

function readSources(): KitSources {
  const address = rpc.value.trim();
  const isOnline = online.input.checked;
  restrictNetwork([address, ...(isOnline ? [bucket.value.trim()] : [])]);
  return {
    ...(isOnline ? bucketFiles(bucket.value.trim()) : chosenFiles([...(files.files ?? [])])),
    registry: {
      rpc: nodeAt(address),
      address: registry.value.trim(),
      fromBlock: Number(fromBlock.value),
    },
  };
}

async function run(): Promise<void> {
  const { identity, wallet: address } = await readKey();
  const sources = readSources();
  const kit = await openKit(identity, sources, address);
  if (kit === null) throw new KitProblem((t) => t('reports.recoverPage.wrongKit'));
  answer.replaceChildren(...reportList(kit, sources, t));
}

form.addEventListener('input', showMessage);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  open.disabled = true;
  answer.replaceChildren(make('p', {}, t('reports.recoverPage.opening')));
  void run()
    .catch((error: unknown) => {
      const sentence =
        error instanceof KitProblem ? error.sentence(t) : t('reports.recoverPage.failed');
      answer.replaceChildren(make('p', { className: 'problem' }, sentence));
    })
    .finally(() => {
      open.disabled = false;
    });
});

document.title = t('reports.recoverPage.title');
document.body.append(
  make(
    'main',
    {},
    make('h1', {}, t('reports.recoverPage.title')),
    make('p', { className: 'lead' }, t('reports.recoverPage.lead')),
    form,
    answer,
  ),
);
showMessage();
