/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page goes on; absent at the end. */
  readonly next?: string;
}
