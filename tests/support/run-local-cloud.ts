import { type LocalCloudOptions, startLocalCloud } from '#infra/local/cloud/local-cloud.ts';

// Runs a local cloud, with the options given as JSON, until SIGTERM; prints one line of JSON when it is ready.
const [, , options = ''] = process.argv;
const cloud = await startLocalCloud(JSON.parse(options) as LocalCloudOptions);
process.on('SIGTERM', () => void cloud.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: cloud.url, endpoint: cloud.endpoints['AWS_ENDPOINT_URL_DYNAMODB'] })}\n`);
