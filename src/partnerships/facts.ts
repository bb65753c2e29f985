declare module '../facts.ts' {
  interface FactTable {
    /** It shares no channel any more. */
    'organization.left': { readonly organizationId: string };
    /** Its working days, hours or days off are different. */
    'calendar.changed': { readonly organizationId: string };
  }
}

export {};
