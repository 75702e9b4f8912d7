// Sets colour scheme and language before anything is painted, and says so when the console cannot be loaded.
(() => {
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const chosen = read('tuntas.scheme');
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const page = document.documentElement;
  page.dataset.mantineColorScheme = dark ? 'dark' : 'light';
  page.lang = read('tuntas.language') === 'en' ? 'en' : 'id';
  page.dataset.boot = 'wait';
  const fail = ({ target }) => {
    if (target instanceof HTMLScriptElement) page.dataset.boot = 'failed';
  };
  addEventListener('error', fail, true);
})();
