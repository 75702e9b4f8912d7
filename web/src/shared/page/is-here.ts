// Which link of a menu leads to where one is.

/** The page itself, or one below it; `exact` for the first page of a part, above all its others. */
export function isHere(location: string, href: string, exact = false): boolean {
  return location === href || (!exact && location.startsWith(`${href}/`));
}
