// The pages of an office, in a chunk of their own.
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { HomePage } from './home-page.tsx';

export default function OfficePages() {
  return (
    <Switch>
      <Route path="/kantor" component={HomePage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
