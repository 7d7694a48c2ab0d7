import * as z from 'zod';
import { maxViolations } from './problem.ts';

const Violation = z.object({
  pointer: z.string().optional().meta({ description: 'JSON Pointer into the body' }),
  parameter: z.string().optional(),
  header: z.string().optional(),
  detail: z.string().meta({ description: 'What was expected' }),
});

/** RFC 9457 problem details. */
export const Problem = z
  .looseObject({
    type: z.string().meta({ examples: ['urn:chancery:problem:version-conflict'] }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(Violation).max(maxViolations).optional(),
    moreErrors: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many violations there are besides the listed ones' }),
    currentVersion: z.int().optional().meta({ description: "With 412: the stream's version" }),
    rule: z.string().optional().meta({ description: 'With a violated rule: its name' }),
  })
  .meta({ id: 'Problem' });

/** The body of a response that API Gateway makes itself. */
export const GatewayMessage = z.looseObject({ message: z.string() }).meta({ id: 'GatewayMessage' });
