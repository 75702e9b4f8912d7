// The form and its receipt in one piece: the receipt is there though the connection is lost right after filing.
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '../../shared/page/not-found-page.tsx';
import { FilingPage } from './filing-page.tsx';
import { ReceiptPage } from './receipt-chunk.ts';

export default function FilingPages() {
  return (
    <Switch>
      <Route path="/lapor" component={FilingPage} />
      <Route path="/lapor/terkirim" component={ReceiptPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}
