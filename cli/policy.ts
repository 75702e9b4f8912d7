// `npm run -s policy -- sop` prints a shipped policy in the form that SLA_POLICY_FILE takes.
import { policies } from '../sop/policy.ts';

const name = process.argv[2] ?? '';
const policy = Object.entries(policies).find(([known]) => known === name)?.[1];
if (policy) {
  console.log(JSON.stringify(policy, null, 2));
} else {
  console.error(`No policy is called "${name}". Shipped: ${Object.keys(policies).join(', ')}.`);
  process.exitCode = 1;
}
