// The pages of superiors, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { useKeptLanguage } from '../shared/state/kept-language.ts';
import { NotFoundPage } from '../shared/page/not-found-page.tsx';
import { DashboardPage } from './dashboard/dashboard-page.tsx';
import { OfficeFiguresPage } from './office/office-figures-page.tsx';
import { ReadingForSuperiorsPage } from './operations/reading-page.tsx';
import { ReturnsPage } from './returns/returns-page.tsx';

export default function OversightPages() {
  useKeptLanguage();
  return (
    <Switch>
      <Route path="/pengawasan" component={DashboardPage} />
      <Route path="/pengawasan/kantor/:id" component={OfficeFiguresPage} />
      <Route path="/pengawasan/kembalian" component={ReturnsPage} />
      <Route path="/pengawasan/pembacaan" component={ReadingForSuperiorsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
