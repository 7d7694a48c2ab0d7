// The functions of the stack of sockets. The events they get they write down in a file, one a line.
import { appendFileSync } from 'node:fs';

const note = (event) => appendFileSync(process.env.NOTES, `${JSON.stringify(event)}\n`);

/** Lets everybody in who says who they are: in the query, for a browser cannot set headers. */
export const authorize = async (event) => {
  note(event);
  const name = event.queryStringParameters?.as;
  if (name === undefined) throw new Error('Unauthorized');
  return {
    principalId: name,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: name === 'stranger' ? 'Deny' : 'Allow', Action: 'execute-api:Invoke', Resource: event.methodArn },
      ],
    },
    context: { name, level: 7, guest: false },
  };
};

export const connect = async (event) => {
  note(event);
  if (event.queryStringParameters.wish === 'fail') throw new Error('cannot connect');
  if (event.queryStringParameters.wish === 'full') return { statusCode: 429, body: 'too many' };
  const [protocol] = (event.headers['Sec-WebSocket-Protocol'] ?? '').split(',');
  return { statusCode: 200, ...(protocol && { headers: { 'Sec-WebSocket-Protocol': protocol } }) };
};

export const disconnect = async (event) => {
  note(event);
  return { statusCode: 200 };
};

/** `$default`, whose answer goes to the client. */
export const echo = async (event) => {
  note(event);
  if (event.body === 'fail') throw new Error('cannot echo');
  return { statusCode: 200, body: `echo ${event.body}` };
};

/** `{"action":"push","text":…}`, whose answer does not: it sends the text by the management API. */
export const push = async ({ body, requestContext }) => {
  const url = `${process.env.CALLBACK_URL}/@connections/${encodeURIComponent(requestContext.connectionId)}`;
  await fetch(url, { method: 'POST', body: JSON.parse(body).text });
  return { statusCode: 200, body: 'not for the client' };
};
