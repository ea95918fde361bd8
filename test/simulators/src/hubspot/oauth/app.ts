/** The app whose installs this is about, as an app project describes it. */
export interface AppSettings {
  appId: number;
  name: string;
  clientId: string;
  clientSecret: string;
  redirectUrls: readonly string[];
  /** The `scope` of an authorize URL must equal these. */
  requiredScopes: readonly string[];
  optionalScopes: readonly string[];
}

/** What a proposal connector asks for. */
export const DEFAULT_SCOPES = [
  'oauth',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.objects.companies.read',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.line_items.read',
  'crm.objects.line_items.write',
  'crm.objects.quotes.read',
  'crm.objects.quotes.write',
  'crm.objects.products.read',
  'crm.objects.owners.read',
  'crm.schemas.deals.read',
  'crm.schemas.deals.write',
  'crm.schemas.line_items.read',
  'sales-email-read',
  'files',
  'tax_rates.read',
  'automation',
];

export const DEFAULT_APP: AppSettings = {
  appId: 50_780_459,
  name: 'Draftsmith',
  clientId: 'b1f2c3d4-0000-4000-8000-000000000001',
  clientSecret: '9a8b7c6d-0000-4000-8000-000000000002',
  redirectUrls: ['http://localhost:3000/oauth/callback'],
  requiredScopes: DEFAULT_SCOPES,
  optionalScopes: [],
};
