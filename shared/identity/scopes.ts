/** The scopes of an access token, and what each permits. */
export const scopes = {
  'chancery/append': "Record diplomatic events, and correct those of one's own organisation",
  'chancery/curate': 'Correct the events of any organisation',
  'chancery/read': 'Read events, the feed and the read models',
  'chancery/subscribe': 'Have events delivered by webhook',
  'chancery/operate': "See the system's state, manage generations of read models, and supervise all subscriptions",
};

export type Scope = keyof typeof scopes;

export const scopeNames = Object.keys(scopes) as readonly Scope[];

/** The name of the resource server: the prefix of the scopes. */
export const resourceServer = 'chancery';
