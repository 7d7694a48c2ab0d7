import type { Template } from '#infra/local/cloud/template/assembly.ts';
import type { Addresses } from '#infra/local/cloud/template/physical-names.ts';
import { webSocketAddress } from '#infra/local/cloud/template/physical-names.ts';
import type { Selection } from '#infra/local/cloud/template/run-time-type.ts';

type Protocol = 'HTTP' | 'WEBSOCKET';

function protocolOf(apiId: unknown, template: Template): Protocol | undefined {
  const api = template.Resources[String(apiId)]; // an API's own id is its logical id here
  if (api?.Type !== 'AWS::ApiGatewayV2::Api') return undefined;
  return api.Properties?.['ProtocolType'] === 'WEBSOCKET' ? 'WEBSOCKET' : 'HTTP';
}

/** Distinguishes the parts of an HTTP API from those of a WebSocket API: AWS has the same types for both. */
export const ofApi =
  (protocol: Protocol): Selection =>
  ({ ApiId: apiId }, template) =>
    protocolOf(apiId, template) === protocol;

/**
 * Replaces the public addresses of the template's APIs, as CDK joins them from pieces, by those on this machine. At a
 * WebSocket API's https address functions find its connections. So, too, the addresses of its user pool's keys and
 * sign-in pages: the local issuer has them.
 */
export function withLocalAddresses(text: string, template: Template, { gateway, services }: Addresses): string {
  const issuerIsHere = text.replaceAll(
    /https:\/\/(cognito-idp\.[\w-]+\.amazonaws\.com\/[\w-]+(?=\/\.well-known\/jwks\.json)|[\w-]+\.auth\.[\w-]+\.amazoncognito\.com)/g,
    gateway,
  );
  return issuerIsHere.replaceAll(
    /(https|wss):\/\/([\w-]+)\.execute-api\.[\w-]+\.amazonaws\.com/g,
    (address: string, scheme: string, apiId: string) => {
      const protocol = protocolOf(apiId, template);
      if (protocol === undefined) return address;
      if (protocol === 'HTTP') return gateway;
      return scheme === 'wss' ? webSocketAddress(gateway) : services;
    },
  );
}
