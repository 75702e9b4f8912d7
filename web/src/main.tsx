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
