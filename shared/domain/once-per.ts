/** Memoizes a function by object: an event of thirty parties touches a thousand rows, a block has many readers. */
export function oncePer<Subject extends object, Result>(
  work: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { readonly result: Result }>();
  return (subject) => {
    const before = known.get(subject);
    if (before !== undefined) return before.result;
    const result = work(subject);
    known.set(subject, { result });
    return result;
  };
}
