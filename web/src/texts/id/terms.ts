// The terms of the procedure, as the SOP has them; every page names them from here.
import { type Channel, type Kind, levelNames, type StatusName, statusNames } from '../../../../sop/terms.ts';

const kinds: Record<Kind, string> = {
  pengaduan: 'Pengaduan',
  aspirasi: 'Aspirasi',
  informasi: 'Permintaan informasi',
};
const statuses: Record<StatusName, string> = statusNames;
const channels: Record<Channel, string> = {
  web: 'Web',
  sms: 'SMS',
  surat: 'Surat',
  'tatap-muka': 'Tatap muka',
  'media-sosial': 'Media sosial',
  api: 'Sistem lain (API)',
};

export const terms = {
  kinds,
  statuses,
  levels: levelNames,
  channels,
  step: (step: number) => `Langkah ${step}`,
  /** reading 30: of a deadline, where there is no room to say why. */
  markedBriefly: (when: string, provisional: boolean) => (provisional ? `${when} (sementara)` : when),
};
