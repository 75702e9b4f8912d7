// An icon for each decision.
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconChecks,
  IconListDetails,
  IconMessage2,
  IconMessageCheck,
  IconSitemap,
} from '@tabler/icons-react';
import type { OfficeAction } from '../../../../sop/terms.ts';

export const actionIcons: Record<OfficeAction, typeof IconCheck> = {
  receive: IconCheck,
  accept: IconChecks,
  dispose: IconSitemap,
  return: IconArrowBackUp,
  respond: IconMessage2,
  answer: IconMessageCheck,
  reject: IconBan,
  'request-completion': IconListDetails,
};
