/** The id of an event is its address: `relation.BGD-PAK.7` is version 7 of the stream `relation/BGD-PAK`. */
export const eventId = (stream: string, version: number): string => `${stream.replace('/', '.')}.${version}`;

const address = /^([a-z]+)\.([A-Za-z0-9_-]+)\.([1-9]\d{0,14})$/;

/**
 * Parses an id into an address; undefined when the text does not have the form of an id. It does not check the stream.
 */
export function parseEventAddress(id: string): { readonly stream: string; readonly version: number } | undefined {
  const [, category, name, version] = address.exec(id) ?? [];
  return version === undefined ? undefined : { stream: `${category}/${name}`, version: Number(version) };
}
