import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** Structured logs of this function; service name and level come from the environment. */
export const logger = new Logger();

/** Metrics of this function, written to the log in CloudWatch's embedded metric format. */
export const metrics = new Metrics();

/** Metrics of the record itself, whichever function measures them: one alarm on one metric. Each is written at once. */
export const recordMetrics = new Metrics({ serviceName: 'record', singleMetric: true });
