// Where a report is, in three steps.
export const steps = {
  label: 'Perjalanan laporan dalam tiga langkah',
  verified: 'Diperiksa dan diteruskan ke kantor yang tepat',
  handled: 'Ditangani kantor itu',
  answered: 'Dijawab, lalu Anda menilai',
  done: 'selesai',
  verifiedUsually: (days: number) =>
    days === 0 ? 'Biasanya pada hari itu juga' : `Biasanya ${days} hari kerja`,
  answeredUsually: (days: number) =>
    days === 0 ? 'Biasanya dijawab pada hari itu juga' : `Biasanya dijawab ${days} hari kerja setelah masuk`,
};
