// Thrown when a file's metadata cannot be taken out for certain; such a file is withheld (reading 33).
export class CannotClean extends Error {
  override readonly name = 'CannotClean';
}
