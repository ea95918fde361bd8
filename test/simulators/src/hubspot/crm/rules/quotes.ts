import { invalid, invalidProperties, Refusal } from '../../api/refusal.ts';
import { OBJECT_TYPES, type ObjectType } from '../object-types.ts';
import type { Portal } from '../portal.ts';
import type { Values } from '../property.ts';
import type { CrmRecord } from '../records.ts';
import { archiveRecord } from '../writes.ts';
import { linked, refreshQuote } from './quote-values.ts';
import type { Target, TypeRules } from './rules.ts';

const CPQ = 'CPQ_QUOTE';
const LEGACY_STATES = ['DRAFT', 'APPROVAL_NOT_NEEDED', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED'];
/** These make the quote public at once. */
const PUBLISHING = ['APPROVAL_NOT_NEEDED', 'APPROVED'];
const NOT_FOR_CPQ = /^hs_(esign_enabled|show_signature_box|proposal_)/;
const ADJUSTMENTS = ['discounts', 'fees', 'taxes'];
const ONE_OF_EACH = ['deals', 'companies', 'quote_templates'];

/** Two products behind one endpoint: quotes of the newer one carry `hs_template_type` from their creation. */
export const quoteRules: TypeRules = {
  required: ['hs_title', 'hs_expiration_date'],
  asked(portal, quoteId, properties, source) {
    const { hs_status: status } = (properties ?? {}) as { hs_status?: unknown };
    if (source.changeSource !== 'INTEGRATION' || !status) return;
    portal.statusWrites.push({ quoteId, status: String(status), published: false });
  },
  beforeCreate(portal, values, targets) {
    const cpq = values.hs_template_type === CPQ;
    checkProduct(portal, values, cpq);
    checkStatus(values, cpq);
    checkOneOfEach(targets);
    for (const target of targets) if (cpq) checkCpqLink(portal, target, true);
    return { ...values, ...(cpq ? cpqDefaults(portal, values) : legacyDefaults(portal, values, targets)) };
  },
  beforeUpdate(portal, record, changes) {
    const cpq = isCpq(record);
    if ('hs_template_type' in changes) throw refused('hs_template_type', 'can only be set when the quote is created');
    checkStatus(changes, cpq);
    if (record.values.hs_locked === 'true' && changes.hs_status !== 'DRAFT') {
      throw invalid('This quote is locked because it was published. Set hs_status to DRAFT to edit it.');
    }
    if (cpq || !changes.hs_status) return changes;
    if (!PUBLISHING.includes(changes.hs_status)) return { ...changes, hs_locked: 'false' };
    if (linked(portal, record, 'quote_templates').length === 0) throw noTemplate();
    return { ...changes, ...published(portal, record.id) };
  },
  beforeLink(portal, record, target) {
    if (isCpq(record)) checkCpqLink(portal, target, false);
    const { type, id } = target.end;
    const others = portal.links.ids({ type: record.type, id: record.id }, type).filter((other) => other !== id);
    if (ONE_OF_EACH.includes(type.name) && others.length > 0) throw onlyOne(type);
  },
  afterChange(portal, record, source) {
    if (source.changeSource === 'INTEGRATION') recordOutcome(portal, record);
    refreshQuote(portal, record.id);
  },
  /** The trap: line items belong to the quote and go with it. */
  beforeArchive(portal, record, source) {
    for (const item of linked(portal, record, 'line_items')) archiveRecord(portal, item, source);
  },
};

export function isCpq(record: CrmRecord): boolean {
  return record.values.hs_template_type === CPQ;
}

function checkOneOfEach(targets: readonly Target[]): void {
  for (const name of ONE_OF_EACH) {
    const ends = targets.map(({ end }) => end).filter(({ type }) => type.name === name);
    const [first] = ends;
    if (first && new Set(ends.map(({ id }) => id)).size > 1) throw onlyOne(first.type);
  }
}

function onlyOne(type: ObjectType): Refusal {
  const message = `A quote can be associated with one ${type.singular} only`;
  return invalid(message, { subCategory: 'crm.associations.LIMIT_EXCEEDED' });
}

/** The write that led here, if there was one: which quote it became, and whether that is public now. */
function recordOutcome(portal: Portal, { id, values }: CrmRecord): void {
  const write = portal.statusWrites.findLast(
    ({ quoteId, status }) => status === values.hs_status && (quoteId ?? id) === id,
  );
  if (!write) return;
  write.quoteId = id;
  write.published = values.hs_locked === 'true';
}

function checkProduct(portal: Portal, values: Values, cpq: boolean): void {
  const { quotes } = portal.settings;
  if (values.hs_template_type && !cpq) throw refused('hs_template_type', `${values.hs_template_type} is not supported`);
  if (quotes === 'both' || quotes === (cpq ? 'cpq' : 'legacy')) return;
  const message = `This account cannot create ${cpq ? 'CPQ' : 'legacy'} quotes`;
  throw new Refusal(403, { message, category: 'FORBIDDEN' });
}

function checkStatus(values: Values, cpq: boolean): void {
  if (cpq && values.hs_status) throw refused('hs_status', 'cannot be set on CPQ quotes');
  if (values.hs_status && !LEGACY_STATES.includes(values.hs_status)) {
    throw refused('hs_status', `${values.hs_status} was not one of the allowed options: [${LEGACY_STATES.join(', ')}]`);
  }
  const wrong = Object.keys(values).find((name) => NOT_FOR_CPQ.test(name) && values[name] !== null);
  if (cpq && wrong) throw refused(wrong, 'is not supported for CPQ quotes');
}

function checkCpqLink(portal: Portal, { end }: Target, creating: boolean): void {
  if (ADJUSTMENTS.includes(end.type.name)) throw invalid(`CPQ quotes do not support ${end.type.name}`);
  if (end.type !== OBJECT_TYPES.quote_templates) return;
  if (!creating) throw invalid('The template of a CPQ quote can only be set when the quote is created');
  const template = portal.records.get(end.type, end.id);
  if (template?.values.hs_type !== 'cpq_template') throw invalid(`Template ${end.id} is not a CPQ template`);
}

function cpqDefaults(portal: Portal, values: Values): Values {
  const pays = String(portal.settings.paymentProcessor);
  return {
    hs_status: 'DRAFT',
    hs_locked: 'false',
    hs_quote_number: quoteNumber(portal),
    hs_acceptance_method: values.hs_acceptance_method ?? 'print_and_sign',
    hs_payment_enabled: values.hs_payment_enabled ?? pays,
    hs_billing_enabled: values.hs_billing_enabled ?? pays,
  };
}

function legacyDefaults(portal: Portal, values: Values, targets: readonly Target[]): Values {
  const common = { hs_locked: 'false', hs_quote_number: quoteNumber(portal) };
  if (!values.hs_status) {
    portal.violations.push({
      rule: 'minimal-quote',
      detail: 'a legacy quote without hs_status cannot be edited in HubSpot',
    });
    return common;
  }
  if (!PUBLISHING.includes(values.hs_status)) return common;
  if (!targets.some(({ end }) => end.type === OBJECT_TYPES.quote_templates)) throw noTemplate();
  return { ...common, ...published(portal, quoteNumber(portal)) };
}

function published(portal: Portal, slug: string): Values {
  const link = `https://${portal.id}.hs-sites.com/quotes/${slug}`;
  return { hs_locked: 'true', hs_quote_link: link, hs_pdf_download_link: `${link}.pdf` };
}

function quoteNumber(portal: Portal): string {
  const digits = portal.clock().toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

const refused = (name: string, message: string) =>
  invalidProperties([{ name, message: `${name} ${message}`, code: 'INVALID_VALUE' }]);
const noTemplate = () => invalid('A quote template is required to publish the quote');
