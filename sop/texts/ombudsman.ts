// reading 23: who is left to ask when no objection is open any more, and how they are reached.
export const ombudsman = 'Ombudsman Republik Indonesia (ombudsman.go.id, telepon 137)';
