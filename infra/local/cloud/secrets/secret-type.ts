import { runs } from '#infra/local/cloud/template/run-time-type.ts';
import { secretProperties } from './secrets.ts';

export const secret = runs('AWS::SecretsManager::Secret', secretProperties);
