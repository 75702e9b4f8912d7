// The terms of the procedure, in English.
import type { terms as indonesian } from '../id/terms.ts';

export const terms: typeof indonesian = {
  kinds: { pengaduan: 'Complaint', aspirasi: 'Aspiration', informasi: 'Request for information' },
  statuses: {
    received: 'Received',
    'in-process': 'In process',
    'awaiting-completion': 'Waiting for the reporter to complete it',
    answered: 'Answered, waiting to be closed',
    closed: 'Closed',
    rejected: 'Rejected',
    withdrawn: 'Not completed',
    'withdrawn-by-reporter': 'Withdrawn by the reporter',
  },
  levels: {
    national: 'National admin',
    agency: 'Agency admin',
    echelon1: 'Echelon 1 admin',
    upt: 'UPT admin',
    system: 'System',
    reporter: 'Reporter',
  },
  channels: {
    web: 'Web',
    sms: 'SMS',
    surat: 'Letter',
    'tatap-muka': 'In person',
    'media-sosial': 'Social media',
    api: 'Another system (API)',
  },
  step: (step) => `Step ${step}`,
  markedBriefly: (when, provisional) => (provisional ? `${when} (provisional)` : when),
};
