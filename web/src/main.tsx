// Starts the console in the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, fetchPageOf } from './app.tsx';
import { storedLanguage, textsOf } from './texts/texts.tsx';
import './styles/base.css';
import './styles/mantine.ts';
import './styles/tokens.css';
import './styles/components.css';
import './styles/print.css';

const language = storedLanguage();
const [texts] = await Promise.all([textsOf(language), fetchPageOf(window.location.pathname)]);
/** Vite asks for a stylesheet once; the page whose styles the line has lost would stay bare when it is opened later. */
const loadAgain = ({ target }: Event) => {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
  const put = () => target.replaceWith(target.cloneNode());
  if (navigator.onLine) setTimeout(put, 5_000);
  else window.addEventListener('online', put, { once: true });
};
window.addEventListener('error', loadAgain, true);

/** Where officers work, a line is there. */
const office = /^\/(masuk|kantor|pengawasan|operasi)/;
if (import.meta.env.PROD && 'serviceWorker' in navigator && !office.test(window.location.pathname)) {
  // What it keeps is fetched when the page has what it needs.
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => {});
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App language={language} texts={texts} />
    </StrictMode>,
  );
}
