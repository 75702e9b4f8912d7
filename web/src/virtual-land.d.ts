// The module that the build writes.
declare module 'virtual:land' {
  // What is declared here may not import by a path of its own.
  // oxlint-disable-next-line typescript/consistent-type-imports
  export const land: import('./shared/regions/map/land.ts').Land;
}
