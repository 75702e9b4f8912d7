// Who may see the report.
export const whoSees = {
  title: 'Ubah siapa yang boleh melihat',
  save: 'Simpan',
  done: 'Tersimpan',
};
