/** Where events come from, as EventBridge's `source` and as CloudEvents' `source` (a URI reference). */
export const source = 'chancery';
