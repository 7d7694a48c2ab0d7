import { describe, expect, it } from 'vitest';
import examples from '#shared/api/openapi/examples.json' with { type: 'json' };
import { apiExamples } from '#tests/support/api-examples.ts';

describe('the examples of the OpenAPI document', () => {
  it('are the responses of the API about the sample brief; `npm run examples` writes them anew', async () => {
    expect(await apiExamples()).toEqual(examples);
  });
});
