/** Every type of correction, with the current version of its schema. */
export const correctionTypes = {
  EventCorrected: { schemaVersion: 1 },
  EventDateRefined: { schemaVersion: 1 },
  EventRetracted: { schemaVersion: 1 },
  EventConfirmed: { schemaVersion: 1 },
  EventDenied: { schemaVersion: 1 },
  ReportAttached: { schemaVersion: 1 },
  EventsMerged: { schemaVersion: 1 },
  EventsDistinguished: { schemaVersion: 1 },
  CredibilityAssessed: { schemaVersion: 1 },
} as const;

export type CorrectionTypeName = keyof typeof correctionTypes;

/** Whether an event is about another event. */
export const isCorrection = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: CorrectionTypeName }> => Object.hasOwn(correctionTypes, event.type);
