// Where somebody goes on after signing in: only a path of this site.
export function safePath(next: string | null): string | undefined {
  return next && /^\/(?![/\\])/.test(next) ? next : undefined;
}
