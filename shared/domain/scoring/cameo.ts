import * as z from 'zod';
import { quadClasses } from './quad-class.ts';

const error = 'expected a CAMEO code of 2 to 4 digits as a text, such as "042" or "0312"';

/** A CAMEO event code: root 01 to 20, then one or two digits of detail; a text, since its leading zero counts. */
export const CameoCode = z
  .string({ error })
  .regex(/^(0[1-9]|1\d|20)\d{0,2}$/, { error })
  .meta({ id: 'CameoCode', examples: ['042', '0312'] });
export type CameoCode = z.output<typeof CameoCode>;

/** The schema of a quad class. */
export const QuadClass = z.enum(quadClasses).meta({ id: 'QuadClass' });
