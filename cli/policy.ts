// `npm run -s policy -- sop` prints a shipped policy in the form that SLA_POLICY_FILE takes.
import { Argument } from 'commander';
import { type Policy, policies } from '../sop/policy/policy.ts';
import { command } from './shared/command.ts';

const names = Object.keys(policies);
const { args } = command('policy', {
  description:
    'Print a shipped policy in the form that SLA_POLICY_FILE takes (npm run -s prints nothing else).',
  exits: 'Exit code: 2 for a policy that is not shipped.',
})
  .addArgument(new Argument('<name>', 'of the policy').choices(names))
  .parse();

const shipped: Record<string, Policy> = policies;
console.log(JSON.stringify(shipped[args[0] ?? ''], null, 2));
