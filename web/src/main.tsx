// Starts the console in the page.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { storedLanguage, textsOf } from './texts/texts.tsx';
import './styles/base.css';
import './styles/mantine.ts';
import './styles/tokens.css';
import './styles/components.css';
import './styles/print.css';

const language = storedLanguage();
const texts = await textsOf(language);
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App language={language} texts={texts} />
    </StrictMode>,
  );
}
