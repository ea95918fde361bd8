import { z } from 'zod';
import { httpsUrl, oneOf, only, uid } from './common.ts';

/**
 * Languages that HubSpot documents for labels. Russian is not among them, as it is not among those of its interface: an
 * upload with it is not worth the risk.
 */
const LANGUAGES: ReadonlySet<string> = new Set([
  'en',
  'fr',
  'de',
  'ja',
  'es',
  'pt-br',
  'nl',
  'pl',
  'sv',
  'it',
  'da_dk',
  'fi',
  'no',
  'zh-tw',
]);

const typeDefinition = only({
  name: z.string().regex(/^[a-zA-Z]\w*$/, { error: 'must begin with a letter and have letters, digits, underscores' }),
  type: oneOf(['string', 'number', 'bool', 'enumeration', 'date', 'datetime']),
  fieldType: oneOf(['text', 'textarea', 'number', 'select', 'radio', 'checkbox', 'booleancheckbox', 'date']),
  options: z.array(only({ value: z.string(), label: z.string() })).optional(),
}).refine(({ type, options }) => (type === 'enumeration') === (options !== undefined && options.length > 0), {
  path: ['options'],
  error: 'must be there for an enumeration, and for nothing else',
});

const words = z.record(z.string(), z.string().min(1, { error: 'must not be empty' }));

const label = only({
  actionName: z.string().min(1, { error: 'must not be empty' }),
  actionDescription: z.string().optional(),
  actionCardContent: z.string().optional(),
  appDisplayName: z.string().optional(),
  inputFieldLabels: words.optional(),
  inputFieldDescriptions: words.optional(),
  outputFieldLabels: words.optional(),
});

/** src/app/workflow-actions/*-hsmeta.json. */
export const workflowActionSchema = only({
  uid,
  type: z.literal('workflow-action'),
  config: only({
    actionUrl: httpsUrl,
    isPublished: z.boolean(),
    supportedClients: z.array(only({ client: oneOf(['WORKFLOWS', 'AGENTS']) })).min(1, { error: 'must name one' }),
    objectTypes: z.array(oneOf(['CONTACT', 'COMPANY', 'DEAL', 'TICKET'])),
    inputFields: z.array(
      only({
        typeDefinition,
        supportedValueTypes: z.array(oneOf(['STATIC_VALUE', 'OBJECT_PROPERTY'])).min(1, { error: 'must name one' }),
        isRequired: z.boolean(),
      }),
    ),
    outputFields: z.array(only({ typeDefinition })).optional(),
    labels: z
      .record(z.string(), label)
      .refine((labels) => Object.keys(labels).every((language) => LANGUAGES.has(language)), {
        error: `HubSpot has labels in these languages only: ${[...LANGUAGES].join(', ')}`,
      })
      .refine((labels) => labels.en !== undefined, { error: 'must have en' }),
  }).superRefine(({ inputFields, outputFields = [], labels }, context) => {
    const inputs = inputFields.map((field) => field.typeDefinition.name);
    const outputs = outputFields.map((field) => field.typeDefinition.name);
    for (const [language, given] of Object.entries(labels)) {
      const said = { inputFieldLabels: inputs, outputFieldLabels: outputs } as const;
      for (const [key, names] of Object.entries(said) as [keyof typeof said, string[]][]) {
        const missing = names.filter((name) => given[key]?.[name] === undefined);
        const path = ['labels', language, key];
        if (missing.length > 0) context.addIssue({ code: 'custom', path, message: `lacks ${missing.join(', ')}` });
      }
    }
  }),
});
