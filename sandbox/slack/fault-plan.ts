/** What the next call of a Web API method answers instead of the usual. */
export type ApiFault =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'http-error'; readonly status?: number }
  /** `ok: false` with this code; nothing is done. */
  | { readonly kind: 'error'; readonly error: string }
  /** The work is done, the answer never comes. */
  | { readonly kind: 'silence' }
  /** The work is done, the connection breaks before the answer. */
  | { readonly kind: 'reset' }
  /** The work is done, the answer is the word `null`. */
  | { readonly kind: 'null' };

export type FaultPlan = {
  /** By method; `*` stands for any. */
  readonly api: Map<string, ApiFault[]>;
  duplicates: number;
  lostAcks: number;
  isHolding: boolean;
  readonly held: (() => Promise<void>)[];
  refusesEphemeralsToOutsiders: boolean;
  /** The code with which canvases are refused, where a method knows it. */
  canvasRefusal: string | undefined;
  /** This workspace does not know charts yet. */
  refusesCharts: boolean;
  /** The code with which a conversation of several people is refused. */
  groupRefusal: string | undefined;
};

export function createFaultPlan(canvasRefusal?: string): FaultPlan {
  return {
    api: new Map(),
    duplicates: 0,
    lostAcks: 0,
    isHolding: false,
    held: [],
    refusesEphemeralsToOutsiders: false,
    canvasRefusal,
    refusesCharts: false,
    groupRefusal: undefined,
  };
}

export function takeApiFault(plan: FaultPlan, method: string): ApiFault | undefined {
  return plan.api.get(method)?.shift() ?? plan.api.get('*')?.shift();
}
