/**
 * What was promised to a client and how it goes: business calendars, policies and the clocks of a ticket.
 * Knows no tickets: whoever has one tells its {@link roundhouse.sla.Story} and reads the clocks that
 * {@link roundhouse.sla.Engine} gives. Every clock that is shown anywhere comes from there.
 */
package roundhouse.sla;
