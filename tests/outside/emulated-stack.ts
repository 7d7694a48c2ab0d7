/** What was deployed to the emulator, by AWS's own ways to ask. */
export interface EmulatedStack {
  readonly api: string;
  readonly sockets: string;
  /** An access token of the client that may do everything, or as much of it as is named. */
  readonly token: (scope?: string) => Promise<string>;
}

interface Client {
  readonly ClientId: string;
  readonly ClientSecret?: string;
  readonly AllowedOAuthScopes?: readonly string[];
}
interface Api {
  readonly apiId: string;
  readonly protocolType: 'HTTP' | 'WEBSOCKET';
}

const credentials = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

async function answerOf(request: Promise<Response>): Promise<Response> {
  const response = await request;
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return response;
}

/** Finds what was deployed: the addresses of its APIs, and its clients. */
export async function emulatedStack(endpoint: string): Promise<EmulatedStack> {
  const cognito = async <Answer>(action: string, body: object): Promise<Answer> => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
      authorization: credentials('cognito-idp'),
    };
    const response = await answerOf(fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) }));
    return (await response.json()) as Answer;
  };
  const { UserPools } = await cognito<{ UserPools: { Id: string }[] }>('ListUserPools', { MaxResults: 10 });
  const [pool] = UserPools;
  if (pool === undefined) throw new Error('No user pool was deployed');
  const UserPoolId = pool.Id;
  const { UserPoolClients } = await cognito<{ UserPoolClients: Client[] }>('ListUserPoolClients', { UserPoolId });
  const clients = await Promise.all(
    UserPoolClients.map(async ({ ClientId }) =>
      cognito<{ UserPoolClient: Client }>('DescribeUserPoolClient', { UserPoolId, ClientId }),
    ),
  );
  const mayEverything = ({ ClientSecret, AllowedOAuthScopes = [] }: Client) =>
    ClientSecret !== undefined && AllowedOAuthScopes.includes('chancery/operate');
  const client = clients.map(({ UserPoolClient }) => UserPoolClient).find(mayEverything);
  if (client === undefined) throw new Error('No client with every scope was deployed');

  const listed = await answerOf(
    fetch(`${endpoint}/v2/apis`, { headers: { authorization: credentials('apigateway') } }),
  );
  const { items: apis } = (await listed.json()) as { items: Api[] };
  const addressOf = (protocol: Api['protocolType']) =>
    `_aws/execute-api/${apis.find(({ protocolType }) => protocolType === protocol)?.apiId}`;
  return {
    api: `${endpoint}/${addressOf('HTTP')}/$default`,
    sockets: `${endpoint.replace('http', 'ws')}/${addressOf('WEBSOCKET')}/live`,
    token: async (scope) => {
      const basic = Buffer.from(`${client.ClientId}:${client.ClientSecret}`).toString('base64');
      const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope !== undefined && { scope }) });
      const request = fetch(`${endpoint}/oauth2/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body,
      });
      const { access_token: token } = (await (await answerOf(request)).json()) as { access_token: string };
      return token;
    },
  };
}
