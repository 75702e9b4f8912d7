// Addresses of the API that several pages ask.

/** Of one report. */
export function complaintPath(number: string): string {
  return `/v1/complaints/${encodeURIComponent(number)}`;
}
