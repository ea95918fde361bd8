/** Some inputs of a batch fail; the rest is done. */
export interface PartialFault {
  /** Tested against path and query. */
  path: RegExp;
  /** Which inputs, by their place in the batch. */
  inputs: (index: number) => boolean;
  category?: string;
  message?: string;
  /** How many batches; 1 unless said. */
  times?: number;
}

export interface PartialFaults {
  set(fault: PartialFault): void;
  clear(): void;
  split<T extends { id?: unknown; objectWriteTraceId?: unknown }>(
    url: string,
    inputs: readonly T[],
  ): { kept: T[]; failed: unknown[] };
}

export function createPartialFaults(): PartialFaults {
  let faults: (PartialFault & { left: number })[] = [];
  return {
    set(fault) {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    clear() {
      faults = [];
    },
    split(url, inputs) {
      const fault = faults.find(({ path, left }) => left > 0 && path.test(url));
      if (!fault) return { kept: [...inputs], failed: [] };
      fault.left -= 1;
      const failed = inputs.filter((_input, index) => fault.inputs(index));
      return {
        kept: inputs.filter((input) => !failed.includes(input)),
        failed: failed.map(({ id, objectWriteTraceId }) => ({
          status: 'error',
          category: fault.category ?? 'INTERNAL_ERROR',
          message: fault.message ?? 'internal error',
          context: {
            ...(id === undefined ? {} : { ids: [String(id)] }),
            ...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId: [String(objectWriteTraceId)] }),
          },
        })),
      };
    },
  };
}
