// What is added to a report beside its procedure.
export const additions = {
  references: {
    title: 'Nomor di sistem lain',
    none: 'Belum ada.',
    add: 'Tambah nomor',
    source: 'Sistem',
    sourceWhy: 'Misalnya SP4N-LAPOR!, surat, call center',
    number: 'Nomor',
    numberWhy: 'Seperti tertulis di sana. Tidak dapat dihapus lagi.',
    submit: 'Simpan nomor',
    saved: 'Nomor tersimpan.',
    noColon: 'Tanpa titik dua',
    by: (who: string, moment: string) => `${who}, ${moment}`,
  },
};
