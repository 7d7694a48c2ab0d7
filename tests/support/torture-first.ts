import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * Projects in the order of their longest files: what takes longest begins first, so that no worker waits for it at the
 * end.
 */
const order = ['torture', 'e2e', 'suite'];
const rank = ({ project }: TestSpecification): number => order.indexOf(project.name);

/** Sorts files by project, then as Vitest does: those that took longest the last time first. */
export default class TortureFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's method, but Vitest's
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
