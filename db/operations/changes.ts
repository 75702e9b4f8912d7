// What a change of a row names: what it leaves out, or undefined, stays as it is.
export type Changes<T> = { [K in keyof T]?: T[K] | undefined };
