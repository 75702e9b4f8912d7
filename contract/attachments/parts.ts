// How a file comes in parts, as the API and the pages both have it (decision 56). Browser-safe.

/** The most that one part holds, in bytes: what a break costs is five seconds at 400 kbit/s. */
export const largestPart = 256 * 1024;

/** The media type of a part (tus 1.0). */
export const partType = 'application/offset+octet-stream';
