import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { VersionConflict } from '#shared/ledger/append-errors.ts';
import type { Append } from '#shared/ledger/append.ts';
import { metrics } from './observability.ts';

/** Counts what an append recorded (`Appends`, in events) and the conflicts it met (`AppendConflicts`). */
export const countedAppend =
  (append: Append): Append =>
  async (request) => {
    try {
      const appended = await append(request);
      metrics.addMetric('Appends', MetricUnit.Count, appended.versions.length);
      return appended;
    } catch (error) {
      if (error instanceof VersionConflict) metrics.addMetric('AppendConflicts', MetricUnit.Count, 1);
      throw error;
    }
  };
