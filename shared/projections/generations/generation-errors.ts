/** Why a generation cannot be promoted or dropped, or its quarantined event not be released. */
export type GenerationRefusal = 'not-arrived' | 'nothing-to-promote' | 'overtaken' | 'serves' | 'rebuild-instead';

/** The state of the projection's generations does not allow the operation. */
export class GenerationRefused extends Error {
  readonly refusal: GenerationRefusal;
  /** The positions that explain the refusal. */
  readonly positions: Readonly<Record<string, number>>;

  constructor(refusal: GenerationRefusal, message: string, positions: Readonly<Record<string, number>> = {}) {
    super(message);
    this.name = 'GenerationRefused';
    this.refusal = refusal;
    this.positions = positions;
  }
}

/** The code has no such projection, or the projection no such generation. */
export class NoSuchGeneration extends Error {
  constructor(name: string, version?: number) {
    super(
      `There is no ${version === undefined ? name : `version ${version} of ${name}`}; /projections lists what there is`,
    );
    this.name = 'NoSuchGeneration';
  }
}
