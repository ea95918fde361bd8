import type { DealContext, Fact, PriceTable, ProposalSettings, RateCardItem } from '@draftsmith/contracts';
import { computed, createFactList, crm, type FactList, setting } from './fact-list.ts';
import { addItems } from './item-facts.ts';
import { addTotals } from './total-facts.ts';

export interface FactsInput {
  deal: DealContext;
  /** Absent while they cannot be computed: then there are no figures. */
  prices?: PriceTable | undefined;
  settings: Pick<ProposalSettings, 'company' | 'validDays'>;
  rateCard?: readonly RateCardItem[];
  /** YYYY-MM-DD: the proposal's date. */
  date: string;
  /** The proposal's number, where there is one. */
  number?: string;
}

/** Contacts beside the first that can be named. */
const MORE_CONTACTS = 9;

/** Everything that a proposal may state, each with where it stands. What is absent gives no fact. */
export function collectFacts(input: FactsInput): readonly Fact[] {
  const list = createFactList();
  addProposal(list, input);
  addPeople(list, input.deal);
  const { prices, deal, rateCard = [] } = input;
  if (prices) {
    addItems(list, { prices, items: deal.lineItems, url: deal.links.lineItems, rateCard });
    addTotals(list, prices);
  }
  return list.facts;
}

function addProposal(list: FactList, { settings, date, number }: FactsInput): void {
  list.add('proposal.date', 'date', date, computed([], 'the day on which it was made'));
  list.add('proposal.number', 'text', number, computed([], 'counted for the deal'));
  list.add('company.name', 'organization', settings.company, setting('company'));
  if (settings.validDays <= 0) return;
  list.add('proposal.valid_for', 'duration', `P${settings.validDays}D`, setting('validDays'));
  const until = computed(['proposal.date', 'proposal.valid_for'], 'date + days');
  list.add('proposal.valid_until', 'date', daysAfter(date, settings.validDays), until);
}

function addPeople(list: FactList, { resource, deal, contacts, company, owner, links }: DealContext): void {
  const [first, ...others] = contacts;
  if (company) {
    const of = (property: string) => crm('company', company.id, property, company.url ?? links.company);
    list.add('customer.company', 'organization', company.name, of('name'));
    list.add('customer.address', 'text', company.address, of('address'));
  } else if (first?.organization) {
    list.add(
      'customer.company',
      'organization',
      first.organization,
      crm('contact', first.id, 'organization', first.url),
    );
  }
  if (first) addContact(list, 'customer', first);
  for (const [index, contact] of others.slice(0, MORE_CONTACTS).entries())
    addContact(list, `contact.${index + 2}`, contact);
  const dealOf = (property: string) => crm('deal', resource.id, property, links.deal);
  list.add('deal.name', 'text', deal.name, dealOf('name'));
  list.add('deal.close_date', 'date', deal.closeDate, dealOf('closeDate'));
  if (!owner) return;
  list.add('owner.name', 'person', owner.name, crm('owner', owner.id, 'name'));
  list.add('owner.email', 'text', owner.email, crm('owner', owner.id, 'email'));
}

function addContact(list: FactList, prefix: string, contact: DealContext['contacts'][number]): void {
  const of = (property: string) => crm('contact', contact.id, property, contact.url);
  const parts = [contact.firstName, contact.lastName].filter((part) => part !== undefined && part !== '');
  list.add(`${prefix}.name`, 'person', contact.name ?? parts.join(' '), of('name'));
  list.add(`${prefix}.first_name`, 'person', contact.firstName, of('firstName'));
  list.add(`${prefix}.last_name`, 'person', contact.lastName, of('lastName'));
  list.add(`${prefix}.job_title`, 'text', contact.jobTitle, of('jobTitle'));
}

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
