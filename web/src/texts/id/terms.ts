// The terms of the procedure, as the SOP has them; every page names them from here.
import type { Channel, Kind, Level, Status } from '../../../../sop/terms.ts';
import { statusNames } from '../../../../sop/terms.ts';

const kinds: Record<Kind, string> = {
  pengaduan: 'Pengaduan',
  aspirasi: 'Aspirasi',
  informasi: 'Permintaan informasi',
};
const statuses: Record<Status, string> = statusNames;
const levels: Record<Level | 'system' | 'reporter', string> = {
  national: 'Admin Nasional',
  agency: 'Admin Instansi',
  echelon1: 'Admin Eselon 1',
  upt: 'Admin UPT',
  system: 'Sistem',
  reporter: 'Pelapor',
};
const channels: Record<Channel, string> = {
  web: 'Web',
  sms: 'SMS',
  surat: 'Surat',
  'tatap-muka': 'Tatap muka',
  'media-sosial': 'Media sosial',
  api: 'Sistem lain (API)',
};

export const terms = { kinds, statuses, levels, channels, step: (step: number) => `Langkah ${step}` };
