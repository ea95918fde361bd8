import { describe, expect, it } from 'vitest';
import { CircuitBreaker, ZENDESK_CIRCUIT } from './circuit-breaker.ts';

function breaker(limits: Partial<typeof ZENDESK_CIRCUIT> = {}) {
  let now = 1_000_000;
  const circuit = new CircuitBreaker({ ...ZENDESK_CIRCUIT, ...limits }, () => new Date(now));
  return {
    circuit,
    advance: (ms: number) => {
      now += ms;
    },
    record: (failures: number, successes: number) => {
      for (let count = 0; count < successes; count += 1) circuit.record(false);
      for (let count = 0; count < failures; count += 1) circuit.record(true);
    },
  };
}

describe('circuit breaker', () => {
  it('opens at 70 % failures, not before', () => {
    const { circuit, record } = breaker();
    record(13, 7);
    expect(circuit.isOpen()).toBe(false);
    record(4, 0);
    expect(circuit.isOpen()).toBe(true);
  });

  it('stays closed while there are few requests', () => {
    const { circuit, record } = breaker();
    record(19, 0);
    expect(circuit.isOpen()).toBe(false);
  });

  it('opens after more than 1,000 failures whatever their share', () => {
    const { circuit, record } = breaker();
    record(1_000, 9_000);
    expect(circuit.isOpen()).toBe(false);
    record(1, 0);
    expect(circuit.isOpen()).toBe(true);
  });

  it('forgets what is older than five minutes', () => {
    const { circuit, record, advance } = breaker();
    record(19, 0);
    advance(5 * 60_000 + 1_000);
    record(1, 0);
    expect(circuit.isOpen()).toBe(false);
  });

  it('closes again and starts to count anew', () => {
    const { circuit, record, advance } = breaker();
    record(20, 0);
    expect(circuit.isOpen()).toBe(true);
    advance(ZENDESK_CIRCUIT.openMs);
    expect(circuit.isOpen()).toBe(false);
    record(1, 0);
    expect(circuit.isOpen()).toBe(false);
  });
});
