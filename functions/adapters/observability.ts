import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** Structured logs of this function; service name and level come from the environment. */
export const logger = new Logger();

/** Metrics of this function, written to the log in CloudWatch's embedded metric format. */
export const metrics = new Metrics();
