// The map on which a point is shown.
export const map = {
  name: 'Peta: tempat kejadian',
  how: 'Ketuk peta untuk menaruh titik, geser peta untuk melihat sekitarnya.',
  keys: 'Dengan papan tik: tombol panah memindahkan, Enter menaruh titik di tengah, + dan − memperbesar dan memperkecil, Delete membuang titik.',
  rough:
    'Peta ini hanya garis pantai dan nama tempat, dan dapat meleset sekitar 5 km. Tulis juga tempatnya dengan kata-kata.',
  put: 'Taruh titik di tengah',
  nearer: 'Perbesar peta',
  further: 'Perkecil peta',
  pointTo: {
    north: 'Titik ke utara',
    west: 'Titik ke barat',
    east: 'Titik ke timur',
    south: 'Titik ke selatan',
  },
  mapTo: {
    north: 'Peta ke utara',
    west: 'Peta ke barat',
    east: 'Peta ke timur',
    south: 'Peta ke selatan',
  },
  near: (km: string, town: string) => `Sekitar ${km} km dari ${town}`,
  within: (town: string) => `Di sekitar ${town}`,
  outline: 'Peta garis (disederhanakan): Bashir Arrohman/MapSVG; nama tempat: GeoNames.',
  licence: 'CC BY 4.0',
  streets: (whose: string) => `Jalan: ${whose}.`,
  asked: (host: string) => `Gambar jalan datang dari ${host}, yang jadi tahu bagian mana yang dilihat.`,
};
