// @ts-nocheck
// Begins the reference, and signs in for it; loads nothing from elsewhere.
(() => {
  const chosen = localStorage.getItem('tuntas.scheme');
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isDark = chosen === 'dark' || (chosen !== 'light' && prefersDark);
  const configuration = {
    url: '/openapi.json',
    servers: [{ url: location.origin }],
    theme: 'none',
    withDefaultFonts: false,
    forceDarkModeState: isDark ? 'dark' : 'light',
    hideDarkModeToggle: true,
    // Its own services, of which none is wanted.
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: 'never',
    hideModels: true,
    documentDownloadType: 'direct',
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    localization: {
      locale: 'en',
      translations: {
        search: { label: 'Cari', open: 'Cari', placeholder: 'Cari…', noResults: 'Tidak ditemukan' },
        navigation: { introduction: 'Mulai', openMenu: 'Buka menu', closeMenu: 'Tutup menu' },
        server: { label: 'Alamat' },
        clientLibraries: { heading: 'Contoh dalam bahasa', more: 'Lainnya' },
        authentication: {
          authentication: 'Pengenal',
          title: 'Pengenal',
          required: 'Perlu pengenal',
          optional: 'Pengenal tidak wajib',
          detailsRequired: 'Perlu pengenal',
          detailsOptional: 'Pengenal tidak wajib',
        },
        operation: {
          body: 'Isi',
          headers: 'Header',
          pathParameters: 'Bagian alamat',
          queryParameters: 'Parameter',
          requestBody: 'Isi permintaan',
          responses: 'Jawaban',
          testRequest: 'Coba',
        },
        response: { showSchema: 'Lihat skema', noBody: 'Tanpa isi', exampleResponses: 'Contoh jawaban' },
        download: { openapi: 'Unduh dokumen OpenAPI' },
        actions: { copyAsMarkdown: 'Salin sebagai Markdown', copied: 'Disalin', showMore: 'Lebih banyak' },
      },
    },
    // What is typed here is gone with the page.
    persistAuth: false,
    authentication: { preferredSecurityScheme: 'session' },
  };
  document.body.classList.add(isDark ? 'dark-mode' : 'light-mode');
  document.querySelector('#reference').replaceChildren();
  const reference = Scalar.createApiReference('#reference', configuration);

  const said = document.querySelector('#sign-in-said');
  const signIn = async (form) => {
    said.textContent = '';
    const send = async (path, body, token) => {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
      const got = await answer.json();
      if (!answer.ok) throw new Error(got.title);
      return got;
    };
    try {
      const { code, ...credentials } = Object.fromEntries(new FormData(form));
      const opened = await send('/v1/sessions', credentials);
      const { token, user } =
        opened.secondFactor === 'due'
          ? await send('/v1/session/second-factor', { code }, opened.token)
          : opened;
      const authentication = {
        preferredSecurityScheme: 'session',
        securitySchemes: { session: { token } },
      };
      reference.updateConfiguration({ ...configuration, authentication });
      form.reset();
      said.textContent = `Masuk sebagai ${user.name}, ${user.office.name}.`;
    } catch (error) {
      said.textContent = error.message;
    }
  };
  document.querySelector('#sign-in-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void signIn(event.currentTarget);
  });
})();
