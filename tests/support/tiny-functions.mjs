// The functions of the tiny stack, in one file: each exported name is a handler. They call AWS as the SDK would,
// without its weight.
const aws = async (service, target, input) => {
  const response = await fetch(process.env[`AWS_ENDPOINT_URL_${service}`], {
    method: 'POST',
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify(input),
  });
  const output = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(output));
  return output;
};
const dynamoDb = (operation, input) => aws('DYNAMODB', `DynamoDB_20120810.${operation}`, input);

/** `POST /notes` */
export const write = async (event) => {
  const { id } = JSON.parse(event.body);
  await dynamoDb('PutItem', { TableName: process.env.NOTES_TABLE, Item: { id: { S: id }, text: { S: event.body } } });
  return { statusCode: 201, headers: { Location: `/echoes/${id}` }, cookies: ['seen=1'], body: JSON.stringify({ id }) };
};

/** The stream of notes to the bus; a note called `poison…` always fails. */
export const relay = async ({ Records }) => {
  const failed = Records.find(({ dynamodb }) => dynamodb.Keys.id.S.startsWith('poison'));
  if (failed !== undefined) throw new Error('this note cannot be relayed');
  const entries = Records.map(({ dynamodb, eventName }) => ({
    EventBusName: process.env.BUS_NAME,
    Source: 'tiny',
    DetailType: 'NoteWritten',
    Detail: JSON.stringify({ id: dynamodb.Keys.id.S, eventName }),
  }));
  while (entries.length > 0) await aws('EVENTBRIDGE', 'AWSEvents.PutEvents', { Entries: entries.splice(0, 10) });
};

/** The bus to the echoes. */
export const listen = async (event) => {
  await dynamoDb('PutItem', {
    TableName: process.env.ECHOES_TABLE,
    Item: { id: { S: event.detail.id }, event: { S: JSON.stringify(event) } },
  });
};

/** `GET /echoes/{id}` */
export const read = async (event) => {
  const key = { id: { S: event.pathParameters.id } };
  const { Item } = await dynamoDb('GetItem', { TableName: process.env.ECHOES_TABLE, Key: key });
  return Item === undefined ? { statusCode: 404, body: 'no echo' } : { statusCode: 200, body: Item.event.S };
};

/** What a function sees of its call and its surroundings. */
export const show = async (event, context) => ({
  event,
  environment: { ...process.env },
  context: { ...context, remaining: context.getRemainingTimeInMillis() },
});

export const fail = async () => {
  throw new TypeError('this function always fails');
};

export const slow = async () => new Promise(() => setTimeout(() => undefined, 60_000));

/** Takes a large body and says so at length. */
export const sum = async ({ body }) => ({ statusCode: 200, body: `${body.length} bytes `.repeat(500) });

/** Returns as many bytes of payload as the path says. */
export const large = async ({ pathParameters }) => {
  const frame = JSON.stringify({ statusCode: 200, body: '' }).length;
  return { statusCode: 200, body: 'x'.repeat(Number(pathParameters.proxy) - frame) };
};

export const spin = async () => {
  for (;;);
};
