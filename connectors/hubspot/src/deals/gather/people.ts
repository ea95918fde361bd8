import type { DealCompany, DealContact } from '@draftsmith/contracts';
import type { CrmObject } from '../../client/schemas.ts';
import { ASSOCIATION, TYPE_ID, UNCONFIRMED } from '../facts.ts';
import { optional, propertyOf } from '../properties.ts';

export const CONTACT_PROPERTIES = [
  'firstname',
  'lastname',
  'email',
  'hs_additional_emails',
  'phone',
  'mobilephone',
  'jobtitle',
  'company',
  'hs_language',
  'hs_buying_role',
  'address',
  'city',
  'zip',
  'state',
  'country',
] as const;

export const COMPANY_PROPERTIES = [
  'name',
  'domain',
  'industry',
  'address',
  'address2',
  'city',
  'zip',
  'state',
  'country',
] as const;

/** How a record is tied to the deal. */
export interface Tie {
  id: string;
  types: readonly { typeId: number; label?: string | null | undefined }[];
}

/** Address of a record for people; undefined where it is not known. */
export type RecordUrl = (typeId: string, id: string) => string | undefined;

/** Contacts of the deal; who the proposal is for comes first. */
export function contactsOf(records: readonly CrmObject[], ties: readonly Tie[], urlOf: RecordUrl): DealContact[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return byRank(ties, (tie) => contactRank(tie, byId.get(tie.id))).flatMap((tie) => {
    const record = byId.get(tie.id);
    return record ? [contactOf(record, tie, urlOf)] : [];
  });
}

/** The primary company of the deal, else the one tied first. */
export function companyOf(
  records: readonly CrmObject[],
  ties: readonly Tie[],
  urlOf: RecordUrl,
): DealCompany | undefined {
  const byId = new Map(records.map((record) => [record.id, record]));
  const record = byRank(ties, companyRank).flatMap(({ id }) => byId.get(id) ?? [])[0];
  if (!record) return undefined;
  const domain = propertyOf(record, 'domain');
  return {
    id: record.id,
    name: propertyOf(record, 'name') ?? domain ?? '',
    ...optional('domain', domain),
    ...optional('industry', industryOf(propertyOf(record, 'industry'))),
    ...optional('address', addressOf(record)),
    ...optional('country', propertyOf(record, 'country')),
    ...optional('url', urlOf(TYPE_ID.company, record.id)),
  };
}

/** The one for whom a quote is made out, by its ties alone. */
export function firstByTies(ties: readonly Tie[], kind: 'contact' | 'company'): string | undefined {
  return byRank(ties, kind === 'company' ? companyRank : (tie) => contactRank(tie, undefined))[0]?.id;
}

function byRank(ties: readonly Tie[], rank: (tie: Tie) => number): Tie[] {
  return ties.toSorted((a, b) => rank(a) - rank(b));
}

const hasLabel = (tie: Tie, label: RegExp) => tie.types.some((type) => type.label && label.test(type.label));

function decides(tie: Tie, record: CrmObject | undefined): boolean {
  const roles = record ? (propertyOf(record, 'hs_buying_role') ?? '') : '';
  return hasLabel(tie, UNCONFIRMED.decidesLabel) || roles.split(';').includes(UNCONFIRMED.decidingRole);
}

/** An address for invoices is nobody to write to, as long as there is somebody else. */
function contactRank(tie: Tie, record: CrmObject | undefined): number {
  if (decides(tie, record)) return 0;
  if (hasLabel(tie, UNCONFIRMED.primaryLabel)) return 1;
  return hasLabel(tie, UNCONFIRMED.billingLabel) ? 3 : 2;
}

function companyRank(tie: Tie): number {
  const isPrimary = tie.types.some(({ typeId }) => typeId === ASSOCIATION.dealToPrimaryCompany);
  return isPrimary || hasLabel(tie, UNCONFIRMED.primaryLabel) ? 0 : 1;
}

function contactOf(record: CrmObject, tie: Tie, urlOf: RecordUrl): DealContact {
  const [firstName, lastName] = [propertyOf(record, 'firstname'), propertyOf(record, 'lastname')];
  const name = [firstName, lastName].filter(Boolean).join(' ') || undefined;
  const address = addressOf(record);
  const mobile = propertyOf(record, 'mobilephone');
  const emails = propertyOf(record, 'hs_additional_emails')
    ?.split(';')
    .map((email) => email.trim())
    .filter(Boolean);
  return {
    id: record.id,
    decides: decides(tie, record),
    reference: `contact:${record.id}`,
    ...optional('name', name),
    ...optional('firstName', firstName),
    ...optional('lastName', lastName),
    ...optional('jobTitle', propertyOf(record, 'jobtitle')),
    ...optional('email', propertyOf(record, 'email')),
    ...optional('emails', emails),
    ...optional('phone', propertyOf(record, 'phone')),
    ...optional('phones', mobile === undefined ? undefined : [mobile]),
    ...optional('organization', propertyOf(record, 'company')),
    ...optional('addresses', address === undefined ? undefined : [address]),
    ...optional('locale', localeOf(propertyOf(record, 'hs_language'))),
    ...optional('url', urlOf(TYPE_ID.contact, record.id)),
  };
}

/** `pt-br` as `pt-BR`; undefined for what is no language. */
function localeOf(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** `COMPUTER_SOFTWARE`, one of HubSpot's own names, as words. */
function industryOf(industry: string | undefined): string | undefined {
  if (industry === undefined || !/^[A-Z][A-Z_]+$/.test(industry)) return industry;
  return industry.toLowerCase().replaceAll('_', ' ');
}

function addressOf(record: CrmObject): string | undefined {
  const town = [propertyOf(record, 'zip'), propertyOf(record, 'city')].filter(Boolean).join(' ');
  const parts = [
    propertyOf(record, 'address'),
    propertyOf(record, 'address2'),
    town,
    propertyOf(record, 'state'),
    propertyOf(record, 'country'),
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}
