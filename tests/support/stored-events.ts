/**
 * An event of every version that a changed type has had, as the ledger holds it: these bytes were hashed and never
 * change. A type whose schema gets a new version gets its example here.
 */
export const storedEvents: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  AmbassadorRecalled: {
    1: '{"cameo":"161","modality":"held","occurred":"2025-01-14","participants":[{"party":"BGD","role":"sender"},{"party":"PAK","role":"receiver"}],"recordedAt":"2025-01-16T09:30:00.000Z","recordedBy":"desk-officer","schemaVersion":1,"type":"AmbassadorRecalled"}',
    2: '{"cameo":"161","modality":"held","occurred":"2025-01-14","participants":[{"party":"BGD","role":"sender"},{"party":"PAK","role":"receiver"}],"recall":"for-consultations","recordedAt":"2025-01-16T09:30:00.000Z","recordedBy":"desk-officer","schemaVersion":2,"type":"AmbassadorRecalled"}',
  },
};
