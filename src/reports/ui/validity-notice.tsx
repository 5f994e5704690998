import { Alert } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { Validity } from '../ask-validity';

const BECAUSE = {
  withdrawn: 'The patient has taken it back.',
  retracted: 'Its doctor has declared it wrong.',
  superseded: 'Its doctor has replaced it by another report.',
  issuer:
    'The clinic’s signing key was compromised; this report is no longer trusted. Ask your clinic for a new one.',
} as const;

/** What the blockchain says about an anchored report at this moment, in words, icon and colour. */
export function ValidityNotice({ validity }: { validity: Validity }) {
  switch (validity.outcome) {
    case 'valid':
      return (
        <Alert color="green" icon={<IconCircleCheck aria-hidden="true" />} title="Valid">
          The blockchain was asked just now: this report is anchored and stands.
        </Alert>
      );
    case 'invalid':
      return (
        <Alert
          color="red"
          icon={<IconCircleX aria-hidden="true" />}
          title={validity.because === 'issuer' ? 'No longer trusted' : 'No longer valid'}
        >
          {BECAUSE[validity.because]}
        </Alert>
      );
    case 'unknown':
      return (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />} title="Not found">
          The blockchain does not know this report any more. Its PDF is not shown.
        </Alert>
      );
    case 'not-asked':
      return (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title="Validity could not be checked"
        >
          The blockchain cannot be asked now. You can still read the report; reload the page later
          to check whether it is valid.
        </Alert>
      );
  }
}
