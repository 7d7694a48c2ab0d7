/** The id of an event is its address: `relation.BGD-PAK.7` is version 7 of the stream `relation/BGD-PAK`. */
export const eventId = (stream: string, version: number): string => `${stream.replace('/', '.')}.${version}`;
