// TypeScript 7 is native and has no API to make syntax with; this package holds the compiler of version 5 under its own
// name.
export { ts as default } from '@ts-morph/common';
