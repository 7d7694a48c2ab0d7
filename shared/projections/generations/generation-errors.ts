/** Why a generation cannot be promoted or dropped, or what it has set aside not be released. */
export type BuildRefusal = 'not-arrived' | 'nothing-to-promote' | 'overtaken' | 'serves' | 'rebuild-instead';

/** What was asked for does not go with how the builds of the projection stand. */
export class GenerationRefused extends Error {
  readonly refusal: BuildRefusal;
  /** The positions that speak against it. */
  readonly positions: Readonly<Record<string, number>>;

  constructor(refusal: BuildRefusal, message: string, positions: Readonly<Record<string, number>> = {}) {
    super(message);
    this.name = 'BuildRefused';
    this.refusal = refusal;
    this.positions = positions;
  }
}

/** There is no such projection in this code, or no such build of it. */
export class NoSuchGeneration extends Error {
  constructor(name: string, version?: number) {
    super(
      `There is no ${version === undefined ? name : `version ${version} of ${name}`}; /projections lists what there is`,
    );
    this.name = 'NoSuchBuild';
  }
}
