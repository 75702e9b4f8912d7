// The paths that the demo's reports take: every branch of the SOP once.
import { besidePaths } from './beside.ts';
import { officePaths } from './offices.ts';
import {
  agencyReceives,
  confirms,
  down,
  echelon1Accepts,
  echelon1Answers,
  isKnownAt,
  rates,
  responds,
  toAgency,
  toEchelon1,
  toUpt,
  uptAnswers,
  uptReceives,
  type Path,
} from './moves.ts';

const returnReason = 'Bukan kewenangan kami.';

export const paths: Path[] = [
  {
    name: 'dijawab Eselon 1, dinilai, dikonfirmasi; bernomor di SP4N-LAPOR! (SOP 2–8, 11, bacaan 26, 28)',
    moves: [
      isKnownAt('nasional', 'SP4N-LAPOR!'),
      ...down,
      echelon1Accepts,
      echelon1Answers,
      rates(5, 'Cepat dan jelas.'),
      confirms,
    ],
  },
  {
    name: 'dijawab UPT, dikonfirmasi, dinilai (SOP 7→9–11, bacaan 26)',
    moves: [...down, toUpt, uptReceives, uptAnswers, confirms, rates(4)],
  },
  {
    name: 'langsung ke instansi (SOP 3)',
    agency: 'instansi',
    moves: [agencyReceives, toEchelon1, responds, echelon1Accepts, echelon1Answers],
  },
  {
    name: 'ditolak Admin Nasional (SOP 2, bacaan 11)',
    moves: [{ who: 'nasional', action: 'reject', reason: 'Bukan masalah pelayanan publik: iklan.' }],
  },
  {
    name: 'dikembalikan instansi lalu ke instansi lain (SOP 4 NO)',
    moves: [
      toAgency,
      agencyReceives,
      { who: 'instansi', action: 'return', reason: returnReason },
      { who: 'nasional', action: 'dispose', to: 'instansi2' },
      { who: 'instansi2', action: 'receive' },
    ],
  },
  {
    name: 'langsung ke instansi, dikembalikan, verifikasi nasional pertama (bacaan 8)',
    agency: 'instansi2',
    moves: [
      { who: 'instansi2', action: 'receive' },
      { who: 'instansi2', action: 'return', reason: returnReason },
      toAgency,
    ],
  },
  {
    name: 'terima dan disposisi terpisah (SOP 4, 5)',
    moves: [
      toAgency,
      agencyReceives,
      { who: 'instansi', action: 'accept' },
      { who: 'instansi', action: 'dispose', to: 'eselon1b' },
    ],
  },
  {
    name: 'Eselon 1 menerima tanpa respon awal (SOP 6)',
    moves: [toAgency, agencyReceives, toEchelon1, { who: 'eselon1', action: 'receive' }],
  },
  {
    name: 'dikembalikan Eselon 1 ke instansi, ke unit lain (SOP 7)',
    moves: [
      ...down,
      { who: 'eselon1', action: 'return', reason: returnReason },
      { who: 'instansi', action: 'accept', to: 'eselon1b' },
      { who: 'eselon1b', action: 'receive' },
      { who: 'eselon1b', action: 'accept' },
      { who: 'eselon1b', action: 'answer', text: 'Izin Saudara sudah terbit dan dapat diunduh.' },
    ],
  },
  {
    name: 'ditindaklanjuti lalu ternyata milik UPT (SOP 8→9)',
    moves: [...down, echelon1Accepts, toUpt, uptReceives],
  },
  {
    name: 'dikembalikan UPT ke Eselon 1, ke UPT lain (bacaan 9)',
    moves: [
      ...down,
      toUpt,
      uptReceives,
      { who: 'upt', action: 'return', reason: 'Di luar wilayah kerja kami.' },
      { who: 'eselon1', action: 'dispose', to: 'upt2' },
      { who: 'upt2', action: 'receive' },
      { who: 'upt2', action: 'answer', text: 'Antrean sudah kami benahi, loket kedua dibuka.' },
      confirms,
    ],
  },
  {
    name: 'dua kali dikembalikan, disposisi ketiga mengikat (bacaan 10)',
    moves: [
      toAgency,
      agencyReceives,
      { who: 'instansi', action: 'return', reason: returnReason },
      toAgency,
      agencyReceives,
      { who: 'instansi', action: 'return', reason: returnReason },
      toAgency,
      agencyReceives,
      toEchelon1,
    ],
  },
  {
    name: 'kelengkapan diminta nasional, dilengkapi (bacaan 11)',
    moves: [
      {
        who: 'nasional',
        action: 'request-completion',
        reason: 'Mohon sebutkan alamat dan tanggal kejadian.',
      },
      { who: 'pelapor', type: 'completion', text: 'Jalan Melati 7, tanggal 3 lalu.' },
      toAgency,
    ],
  },
  {
    name: 'kelengkapan diminta instansi, menunggu pelapor (bacaan 11)',
    moves: [
      toAgency,
      agencyReceives,
      { who: 'instansi', action: 'request-completion', reason: 'Mohon lampirkan nomor registrasi.' },
    ],
  },
  {
    name: 'balasan pelapor mengulang batas penutupan (SOP 11)',
    moves: [
      ...down,
      echelon1Accepts,
      echelon1Answers,
      { who: 'pelapor', type: 'reply', text: 'Kapan petugas datang lagi?' },
      { who: 'eselon1', action: 'respond', text: 'Petugas datang hari Senin.' },
    ],
  },
  {
    name: 'keberatan, dijawab lagi oleh Eselon 1 (SOP 11→8)',
    moves: [
      ...down,
      echelon1Accepts,
      echelon1Answers,
      { who: 'pelapor', type: 'objection', text: 'Belum diperbaiki.' },
      echelon1Answers,
      confirms,
    ],
  },
  {
    name: 'keberatan dua kali: ke UPT, lalu ke Eselon 1 di atasnya (SOP 11→10, 11→7, bacaan 23)',
    moves: [
      ...down,
      toUpt,
      uptReceives,
      uptAnswers,
      { who: 'pelapor', type: 'objection', text: 'Masih rusak.' },
      uptAnswers,
      { who: 'pelapor', type: 'objection', text: 'Tetap rusak.' },
      echelon1Accepts,
      echelon1Answers,
      rates(2, 'Akhirnya selesai, tetapi lama.'),
    ],
  },
  {
    name: 'respon awal saat UPT memegang laporan (bacaan 5)',
    moves: [
      toAgency,
      agencyReceives,
      toEchelon1,
      { who: 'eselon1', action: 'receive' },
      toUpt,
      responds,
      uptReceives,
    ],
  },
  ...besidePaths,
  ...officePaths,
  { name: 'baru masuk, menunggu Admin Nasional (SOP 1–2)', moves: [] },
  { name: 'menunggu diterima UPT (SOP 9)', moves: [...down, toUpt] },
];
