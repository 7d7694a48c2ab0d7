import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

/** The graphs, row by row, in the order in which an event passes through the service. */
const rows = [
  ['Requests', 'Response time (ms)', 'Appends and conflicts'],
  ['Commit to feed (ms)', 'Feed to consumers (s)', 'Feed to consumers (positions)'],
  ['Function errors', 'Failures and failure queues', 'Table throttles'],
] as const;

export type GraphTitle = (typeof rows)[number][number];

/** One page that follows an event: requests, appends, the feed, its consumers, and what failed on the way. */
export class OperatorsDashboard extends Dashboard {
  private readonly graphs: ReadonlyMap<GraphTitle, GraphWidget>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.graphs = new Map(rows.flat().map((title) => [title, new GraphWidget({ title, width: 8, height: 6 })]));
    for (const row of rows) this.addWidgets(...row.flatMap((title) => this.graphs.get(title) ?? []));
  }

  /** Adds lines to a graph. */
  plot(title: GraphTitle, metrics: readonly IMetric[]): void {
    for (const metric of metrics) this.graphs.get(title)?.addLeftMetric(metric);
  }
}
