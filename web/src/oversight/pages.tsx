// The pages of superiors, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { DashboardPage } from './dashboard/dashboard-page.tsx';
import { ReturnsPage } from './dashboard/returns-page.tsx';

export default function OversightPages() {
  return (
    <Switch>
      <Route path="/pengawasan" component={DashboardPage} />
      <Route path="/pengawasan/kembalian" component={ReturnsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
