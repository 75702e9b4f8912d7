// The procedure's words, in both languages.
import type { Channel, Kind, Level, Status, Step } from '../../../../sop/terms.ts';
import { statusNames } from '../../../../sop/terms.ts';
import { areaTexts } from '../../texts/texts.tsx';

interface Words {
  status: Record<Status, string>;
  kind: Record<Kind, string>;
  channel: Record<Channel, string>;
  level: Record<Level, string>;
  clock: Record<'row' | 'firstResponse' | 'whole' | 'completion', string>;
  steps: Record<Step, string>;
  step: (step: number) => string;
  /** Minutes of office time. */
  officeTime: (minutes: number) => string;
  zones: Record<string, string>;
}

function hoursAndMinutes(total: number): { hours: number; minutes: number } {
  const whole = Math.round(total);
  return { hours: Math.floor(whole / 60), minutes: whole % 60 };
}

const indonesian: Words = {
  status: statusNames,
  kind: { pengaduan: 'Pengaduan', aspirasi: 'Aspirasi', informasi: 'Permintaan informasi' },
  channel: {
    web: 'Web',
    sms: 'SMS',
    surat: 'Surat',
    'tatap-muka': 'Tatap muka',
    'media-sosial': 'Media sosial',
    api: 'API',
  },
  level: { national: 'Nasional', agency: 'Instansi', echelon1: 'Eselon 1', upt: 'UPT' },
  clock: {
    row: 'Batas langkah',
    firstResponse: 'Respon awal',
    whole: 'Keseluruhan laporan',
    completion: 'Kelengkapan dari pelapor',
  },
  steps: {
    1: 'Laporan masuk',
    2: 'Verifikasi dan disposisi nasional',
    3: 'Penerimaan oleh instansi',
    4: 'Verifikasi oleh instansi',
    5: 'Disposisi ke Eselon 1',
    6: 'Penerimaan dan respon awal Eselon 1',
    7: 'Verifikasi kewenangan Eselon 1',
    8: 'Tindak lanjut Eselon 1',
    9: 'Penerimaan oleh UPT',
    10: 'Tindak lanjut UPT',
    11: 'Selesai, menunggu penutupan',
  },
  step: (step) => `Langkah ${step}`,
  officeTime: (total) => {
    const { hours, minutes } = hoursAndMinutes(total);
    return [hours && `${hours} jam`, (minutes || !hours) && `${minutes} mnt`].filter(Boolean).join(' ');
  },
  zones: { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' },
};

const english: Words = {
  status: {
    received: 'Received',
    'in-process': 'In process',
    'awaiting-completion': 'Waiting for the reporter to complete it',
    answered: 'Answered, waiting to be closed',
    closed: 'Closed',
    rejected: 'Rejected',
    withdrawn: 'Not completed',
  },
  kind: { pengaduan: 'Complaint', aspirasi: 'Aspiration', informasi: 'Request for information' },
  channel: {
    web: 'Web',
    sms: 'SMS',
    surat: 'Letter',
    'tatap-muka': 'In person',
    'media-sosial': 'Social media',
    api: 'API',
  },
  level: { national: 'National', agency: 'Agency', echelon1: 'Echelon 1', upt: 'Technical unit (UPT)' },
  clock: {
    row: 'Limit of the step',
    firstResponse: 'First response',
    whole: 'The whole report',
    completion: 'Completion by the reporter',
  },
  steps: {
    1: 'Report comes in',
    2: 'National verification and disposition',
    3: 'Receipt by the agency',
    4: 'Verification by the agency',
    5: 'Disposition to Echelon 1',
    6: 'Receipt and first response by Echelon 1',
    7: 'Whose task, decided by Echelon 1',
    8: 'Follow-up by Echelon 1',
    9: 'Receipt by the UPT',
    10: 'Follow-up by the UPT',
    11: 'Finished, waiting to be closed',
  },
  step: (step) => `Step ${step}`,
  officeTime: (total) => {
    const { hours, minutes } = hoursAndMinutes(total);
    return [hours && `${hours} h`, (minutes || !hours) && `${minutes} min`].filter(Boolean).join(' ');
  },
  zones: { 'Asia/Jakarta': 'WIB (UTC+7)', 'Asia/Makassar': 'WITA (UTC+8)', 'Asia/Jayapura': 'WIT (UTC+9)' },
};

export const useWords = areaTexts(indonesian, english);
