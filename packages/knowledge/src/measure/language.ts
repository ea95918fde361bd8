import { detectLanguage } from '../language.ts';
import { type HelpdeskTicket, tickets } from './data.ts';

/** Share of helpdesk texts whose language is recognised, 0 to 1. */
export function languageAccuracy(field: 'subject' | 'body' | 'answer'): { texts: number; accuracy: number } {
  const written = tickets().filter((ticket) => ticket[field].trim() !== '');
  const right = written.filter((ticket) => isRecognised(ticket, field)).length;
  return { texts: written.length, accuracy: right / Math.max(1, written.length) };
}

function isRecognised(ticket: HelpdeskTicket, field: 'subject' | 'body' | 'answer'): boolean {
  return detectLanguage(ticket[field], 'none') === ticket.language;
}
