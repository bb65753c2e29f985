import ICAL from 'ical.js';

export type Parsed = {
  readonly uid: string;
  readonly title: string;
  readonly notes: string;
  readonly status: string;
  readonly sequence: number;
  readonly changedAt: Date;
  /** ISO date, or the instant where it has a time. */
  readonly start: string;
  readonly end: string;
};

/** What a calendar program reads in a file; by ical.js, which is Thunderbird's. */
export function parsed(text: string): {
  readonly name: string;
  readonly refresh: string;
  readonly entries: readonly Parsed[];
} {
  // It does not know that a calendar's NAME is text (RFC 7986), and knows it of the description.
  const known = text.replace('\r\nNAME:', '\r\nDESCRIPTION:');
  const calendar = new ICAL.Component(ICAL.parse(known));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone);
  }
  const entries = calendar.getAllSubcomponents('vevent').map((component): Parsed => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      notes: event.description ?? '',
      status: String(component.getFirstPropertyValue('status')),
      sequence: event.sequence,
      changedAt: timeIn(component, 'last-modified').toJSDate(),
      start: whenIn(event.startDate),
      end: whenIn(event.endDate),
    };
  });
  ICAL.TimezoneService.reset();
  return {
    name: String(calendar.getFirstPropertyValue('description')),
    refresh: String(calendar.getFirstPropertyValue('refresh-interval')),
    entries,
  };
}

function timeIn(component: ICAL.Component, name: string): ICAL.Time {
  return component.getFirstPropertyValue(name) as ICAL.Time;
}

function whenIn(time: ICAL.Time): string {
  return time.isDate ? time.toString() : time.toJSDate().toISOString();
}
