// reading 23: who is left to ask when no objection is open any more, and how they are reached.
export const ombudsman = 'Ombudsman Republik Indonesia (ombudsman.go.id, telepon 137)';
export const ombudsmanInEnglish = 'the Ombudsman of Indonesia (ombudsman.go.id, telephone 137)';
