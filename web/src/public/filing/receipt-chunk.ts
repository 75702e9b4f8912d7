// The page of the receipt, loaded before a report is sent.
import { pageChunk } from '../../shared/page/page-chunk.tsx';

export const ReceiptPage = pageChunk(() => import('../receipt/receipt-page.tsx'));
