// What the browser keeps, also one that keeps nothing; and a value that components follow.
import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from '../../web/src/shared/state/store.ts';
import { stored, storedJson } from '../../web/src/shared/state/stored.ts';

/** As the web has it, in memory. */
function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const words = new Map<string, string>();
  return {
    getItem: (name) => words.get(name) ?? null,
    setItem: (name, value) => void words.set(name, value),
    removeItem: (name) => void words.delete(name),
  };
}
const refusing = new Proxy({} as Storage, {
  get() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
});

afterEach(() => vi.unstubAllGlobals());

test('the tab and the browser keep apart what has the same name', () => {
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  expect(stored('x').write('browser')).toBe(true);
  expect(storedJson<{ a: number }>('x', 'tab').write({ a: 1 })).toBe(true);
  expect([stored('x').read(), storedJson('x', 'tab').read()]).toEqual(['browser', { a: 1 }]);
  stored('x', 'tab').clear();
  expect([stored('x').read(), storedJson('x', 'tab').read()]).toEqual(['browser', null]);
});

test('what is not JSON, from an older page or another hand, is as good as nothing', () => {
  vi.stubGlobal('localStorage', storage());
  stored('x').write('{half');
  expect(storedJson('x').read()).toBeNull();
});

test('a browser that keeps nothing does no harm, and says so', () => {
  vi.stubGlobal('localStorage', refusing);
  const kept = storedJson('x');
  expect([kept.read(), kept.write({ a: 1 }), kept.clear()]).toEqual([null, false, undefined]);
});

test('a store gives what was set last', () => {
  const store = createStore(1);
  store.set(store.get() + 1);
  expect(store.get()).toBe(2);
});
