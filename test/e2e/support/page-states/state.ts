import type { Page } from '@playwright/test';
import type { Person } from '../../../support/people/factories';
import type { Guest } from '../shared-report';

/** People and reports in every state that a page shows. */
export interface World {
  doctor: Person;
  patient: Person;
  newDoctor: Person;
  newPatient: Person;
  admin: Person;
  /** Logged in without the second factor that the account has. */
  halfOpen: Person;
  /** A doctor who has to set up a second factor now. */
  overdue: Person;
  guest: Guest;
  /** What the doctor asked the patient for. */
  requests: Record<'asked' | 'granted', string>;
  /** What the doctor has opened of the patient, and asks administrators for. */
  emergencies: Record<'summary' | 'record', string>;
  reports: Record<
    'draft' | 'covidDraft' | 'forwarded' | 'rejected' | 'approved' | 'anchored',
    string
  >;
}

/** One state of a page. */
export interface State {
  name: string;
  /** Nobody for public pages. */
  who?: 'doctor' | 'patient' | 'newDoctor' | 'newPatient' | 'admin' | 'halfOpen' | 'overdue';
  path: string | ((world: World) => string);
  /** What has to be there before the page is checked. */
  shows: string | RegExp;
  /** Steps that open what the page hides at first. */
  steps?: (page: Page, world: World) => Promise<void>;
}
