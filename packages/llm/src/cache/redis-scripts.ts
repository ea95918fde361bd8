import { hash } from 'node:crypto';

// Each step is one script, so that no other process comes in between. The keys of an account share its hash tag in
// braces: where Redis is split among several servers, they lie on the same one.

export interface Script {
  readonly lua: string;
  readonly sha: string;
}

function script(lua: string): Script {
  return { lua, sha: hash('sha1', lua, 'hex') };
}

/**
 * The answer; or, where there is none, the lock for who asks first. An answer counts only with the generation that its
 * account has now: a purge makes another one, and losing it (Redis may evict any key) loses answers, never keeps stale
 * ones. The reply begins with the asker's token, which proves that it belongs to this question.
 *
 * KEYS answer, lock, generation. ARGV token, lease in ms, a new generation, its ms to live, beginning of the answer.
 * Replies token, kind, generation, and for an answer its text and its ms to live.
 */
export const LOOK = script(`
local generation = redis.call('get', KEYS[3])
if generation then
  local answer = redis.call('get', KEYS[1])
  local beginning = ARGV[5] .. '"' .. generation .. '",'
  if answer and string.sub(answer, 1, #beginning) == beginning then
    return {ARGV[1], 'answer', generation, answer, tostring(redis.call('pttl', KEYS[1]))}
  end
else
  generation = ARGV[3]
  redis.call('set', KEYS[3], generation, 'PX', ARGV[4])
end
if redis.call('set', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then
  return {ARGV[1], 'lead', generation}
end
return {ARGV[1], 'wait', generation}
`);

/**
 * The end of making: keeps the answer unless its account was purged in between, gives the lock back if it is still the
 * maker's, and tells who waits. A maker whose lock has gone to somebody else has nothing to say to those who wait.
 *
 * KEYS answer, lock, generation. ARGV token, generation, answer or '', its ms to live, channel, news if kept, if not.
 */
export const SETTLE = script(`
local kept = ARGV[3] ~= '' and redis.call('get', KEYS[3]) == ARGV[2]
if kept then
  redis.call('set', KEYS[1], ARGV[3], 'PX', ARGV[4])
  redis.call('pexpire', KEYS[3], ARGV[4])
end
local held = redis.call('get', KEYS[2]) == ARGV[1]
if held then redis.call('del', KEYS[2]) end
if kept then
  redis.call('publish', ARGV[5], ARGV[6])
elseif held then
  redis.call('publish', ARGV[5], ARGV[7])
end
return {ARGV[1]}
`);

/** KEYS lock. ARGV token, lease in ms. */
export const RENEW = script(`
if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('pexpire', KEYS[1], ARGV[2]) end
return {ARGV[1]}
`);

/** KEYS generation. ARGV token, channel, news. */
export const FORGET = script(`
redis.call('del', KEYS[1])
redis.call('publish', ARGV[2], ARGV[3])
return {ARGV[1]}
`);
