// Who may call a route is what the route declares, in its options: `config: { callers: ['reporter', 'officer'] }`.
import type {
  ContextConfigDefault,
  FastifyBaseLogger,
  FastifySchema,
  FastifyTypeProvider,
  FastifyTypeProviderDefault,
  RawRequestDefaultExpression,
  RawServerBase,
  RawServerDefault,
  RouteGenericInterface,
} from 'fastify';
import type { FastifyRequestType, ResolveFastifyRequestType } from 'fastify/types/type-provider.js';
import type { Scope } from '../../contract/api-keys.ts';
import type { ComplaintRow } from '../../db/complaints/complaint-row.ts';
import type { Session, User } from './session.ts';
import type { Sight } from './sight.ts';

/**
 * `anyone`: also without credentials; who brings some is held to them where others are declared too. `reporter`: whose
 * access key opens the complaint in the address. `officer`: whoever works in an office, the national one included;
 * `national`: those of the national one alone. `ops` look after the system. `scraper`: who brings the metrics' token.
 */
export type Caller = 'anyone' | 'reporter' | 'officer' | 'national' | 'ops' | 'scraper';
type SignedIn = 'officer' | 'national' | 'ops';

/** Open to a session that owes a second factor; `to-add`: only to one of an account that has none yet. */
export type BeforeSecondFactor = 'always' | 'to-add';

/** Whoever has a session. */
export const everyUser = ['officer', 'ops'] as const satisfies readonly Caller[];

/** What that user may call as. */
export function callersOf({ role, office }: User): readonly Caller[] {
  if (role === 'ops') return ['ops'];
  return office.level === 'national' ? ['officer', 'national'] : ['officer'];
}

/** Whether a session, an access key, or neither may be what opens the route. */
export function waysIn(callers: readonly Caller[]) {
  const users = callers.filter((one): one is SignedIn => ['officer', 'national', 'ops'].includes(one));
  return {
    users,
    reporter: callers.includes('reporter'),
    anyone: callers.includes('anyone'),
    scraper: callers.includes('scraper'),
  };
}

type CallersIn<Config> = Config extends { callers: readonly (infer One)[] } ? One : Caller;
/** What is there for every one of the declared callers is there for sure. */
type ForCallers<Config, Those, What> = [CallersIn<Config>] extends [Those]
  ? What
  : [Extract<CallersIn<Config>, Those>] extends [never]
    ? undefined
    : What | undefined;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route without it does not start. */
    callers?: readonly Caller[];
    /** Any of these lets an office's API key in, where `callers` lets the office in; without them it is closed to keys. */
    scopes?: readonly Scope[];
    /** Of a route that only reads, whatever its method: a cookie alone may ask. */
    changesNothing?: boolean;
    /** Open to who still has the password that ops typed. */
    beforeOwnPassword?: boolean;
    beforeSecondFactor?: BeforeSecondFactor;
  }
  interface FastifyRequest<
    RouteGeneric extends RouteGenericInterface = RouteGenericInterface,
    RawServer extends RawServerBase = RawServerDefault,
    RawRequest extends RawRequestDefaultExpression<RawServer> = RawRequestDefaultExpression<RawServer>,
    SchemaCompiler extends FastifySchema = FastifySchema,
    TypeProvider extends FastifyTypeProvider = FastifyTypeProviderDefault,
    ContextConfig = ContextConfigDefault,
    Logger extends FastifyBaseLogger = FastifyBaseLogger,
    RequestType extends FastifyRequestType = ResolveFastifyRequestType<
      TypeProvider,
      SchemaCompiler,
      RouteGeneric
    >,
  > {
    /** The caller's, as the route declares them. */
    session: ForCallers<ContextConfig, SignedIn, Session>;
    user: ForCallers<ContextConfig, SignedIn, User>;
    /** The complaint that the caller's access key opened. */
    opened: ForCallers<ContextConfig, 'reporter', ComplaintRow>;
    /** Undefined: nobody was asked for who asks. */
    sight: Sight | undefined;
  }
}
