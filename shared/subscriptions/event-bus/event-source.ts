/** The origin of events, as EventBridge's `source` and as CloudEvents' `source` (a URI reference). */
export const source = 'chancery';
