import { z } from 'zod';
import { httpsUrl, only, uid } from './common.ts';

const OBJECTS = ['contact', 'company', 'deal', 'ticket', 'product', 'line_item', 'object'];
const HAPPENINGS = ['creation', 'deletion', 'merge', 'propertyChange', 'restore', 'associationChange'];

const subscriptionType = z.string().refine(
  (value) => {
    const [object = '', happening = '', ...more] = value.split('.');
    return more.length === 0 && OBJECTS.includes(object) && HAPPENINGS.includes(happening);
  },
  { error: 'must be an object and what happens to it, e.g. deal.propertyChange; HubSpot has none for quotes' },
);

const needsProperty = <Type extends { subscriptionType: string; propertyName?: string | undefined }>(given: Type) =>
  given.subscriptionType.endsWith('.propertyChange') === (given.propertyName !== undefined);
const propertyRule = {
  path: ['propertyName'],
  error: 'must be there for propertyChange, and for nothing else',
};

/** src/app/webhooks/webhooks-hsmeta.json. One address serves every account. */
export const webhooksSchema = only({
  uid,
  type: z.literal('webhooks'),
  config: only({
    settings: only({
      targetUrl: httpsUrl,
      maxConcurrentRequests: z.int().min(6, { error: 'must be more than 5' }),
    }),
    subscriptions: only({
      crmObjects: z
        .array(
          only({
            subscriptionType: subscriptionType.refine((value) => value.startsWith('object.'), {
              error: 'must begin with object.; others belong in legacyCrmObjects',
            }),
            objectType: z.string(),
            propertyName: z.string().optional(),
            active: z.boolean(),
          }).refine(needsProperty, propertyRule),
        )
        .optional(),
      legacyCrmObjects: z
        .array(
          only({
            subscriptionType: subscriptionType.refine((value) => !value.startsWith('object.'), {
              error: 'must not begin with object.; those belong in crmObjects',
            }),
            propertyName: z.string().optional(),
            active: z.boolean(),
          }).refine(needsProperty, propertyRule),
        )
        .optional(),
      hubEvents: z
        .array(
          only({
            subscriptionType: z.literal(['contact.privacyDeletion', 'conversation.privacyDeletion'], {
              error: 'must be contact.privacyDeletion or conversation.privacyDeletion',
            }),
            active: z.boolean(),
          }),
        )
        .optional(),
    }),
  }),
});
