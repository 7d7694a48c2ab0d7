import { describe, expect, it } from 'vitest';
import { methodsOf } from '#shared/api/unknown-route.ts';

describe('the methods of a path', () => {
  it.each([
    ['/events', ['POST', 'GET']],
    ['/streams/relation/BGD-PAK/events', ['POST', 'GET']],
    ['/relations/BGD-PAK/timeline', ['GET']],
    ['/events/relation.BGD-PAK.7', ['GET']],
    ['/health', ['GET']],
    ['/docs/start.js', ['GET']],
  ])('%s are %j', (path, methods) => {
    expect(methodsOf(path)).toEqual(methods);
  });

  it.each([
    '/',
    '',
    '/event',
    '/Events',
    '/events/',
    '/events/a/b',
    '/docs/',
    '/streams',
    '/streams/relation/events',
    '/streams//BGD-PAK/events',
    '/streams/relation/BGD-PAK/events/',
    '/relations//timeline',
    '//events',
    '/{eventId}',
  ])('%s are none: there is no such resource', (path) => {
    expect(methodsOf(path)).toEqual([]);
  });
});
