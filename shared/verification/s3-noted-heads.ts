import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { callTimeouts } from '#shared/aws-client-settings.ts';
import type { NoteHead } from './verify-on.ts';

/**
 * Returns a function that notes heads in a bucket, an object each: `heads/<date>/<time>.txt` has `position:hash`, which
 * `npm run verify -- --expect` takes.
 */
export const s3NotedHeads =
  (bucket: string): NoteHead =>
  async ({ position, hash }, at) => {
    const client = new S3Client({ requestHandler: callTimeouts });
    const [date, time] = at.toISOString().split('T');
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: `heads/${date}/${time}.txt`,
          Body: `${position}:${hash}\n`,
          ContentType: 'text/plain',
        }),
      );
    } finally {
      client.destroy();
    }
  };
