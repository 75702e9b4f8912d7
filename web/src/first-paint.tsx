// What stands at an address before the console is there: drawn once, at build (web/building/pages.ts), in Indonesian.
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';
import { Providers } from './providers.tsx';
import { StartPage } from './public/start-page.tsx';
import { Page } from './shared/page/page.tsx';
import { Frame } from './shell/frame.tsx';
import { id } from './texts/id.ts';

export interface Drawn {
  /** Of the file. */
  name: string;
  title: string;
  markup: string;
  /** What its page is made of, as Vite's manifest names it; undefined: it comes with the console. */
  chunk: string | undefined;
}

interface Ahead {
  title: string;
  page: ReactElement;
  chunk?: string;
}

/** Cards as high as a phone: what comes in their place moves nothing that is in sight. */
function waiting(texts: { title: string; lead: string }, chunk: string, width?: 'wide'): Ahead {
  const page = (
    <Page title={texts.title} lead={texts.lead} {...(width && { width })}>
      <div className="drawn-cards">
        <span />
        <span />
      </div>
    </Page>
  );
  return { title: texts.title, page, chunk };
}

const pages: Record<string, Ahead> = {
  '/': { title: id.start.title, page: <StartPage /> },
  '/lapor': waiting(id.filing, 'src/public/filing/filing-pages.tsx'),
  '/ikuti': waiting(id.following, 'src/public/following/following-page.tsx'),
  '/register': waiting(id.register, 'src/public/register/register-page.tsx', 'wide'),
};

/** The pages, each by its address. Nobody stops in them by key or reader: they are gone in a moment. */
export function drawn(): Drawn[] {
  return Object.entries(pages).map(([path, { title, page, chunk }]) => {
    const markup = renderToStaticMarkup(
      <Providers language="id" texts={id}>
        <Router ssrPath={path}>
          <Frame>{page}</Frame>
        </Router>
      </Providers>,
    ).replaceAll(/<(a|button) /g, '<$1 tabindex="-1" ');
    return { name: `${path.slice(1) || 'index'}.html`, title: `${title} — ${id.shell.name}`, markup, chunk };
  });
}
