import type { MiddlewareObj } from '@middy/core';
import { metrics } from './observability.ts';

/**
 * Writes what an invocation measured to its log when it ends, well or not; one that measured nothing writes nothing.
 */
export function publishedMetrics(): MiddlewareObj {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
}
