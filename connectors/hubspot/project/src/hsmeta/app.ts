import { z } from 'zod';
import { httpsUrl, oneOf, only, uid } from './common.ts';

/** Browsers are sent back here, also to the command line on an admin's own machine. */
const redirectUrl = z
  .string({ error: 'must be an https address' })
  .refine((value) => /^http:\/\/localhost(:\d{1,5})?\//.test(value) || httpsUrl.safeParse(value).success, {
    error: 'must be an https address, or one of http://localhost',
  });

const scopes = z.array(z.string()).refine((names) => new Set(names).size === names.length, {
  error: 'names a scope twice',
});

/** Values of properties with these are sensitive: an app that holds one may not use `hubspot.fetch`, so the card dies. */
const SENSITIVE = /\.(highly_)?sensitive\./;

const auth = only({
  type: oneOf(['oauth', 'static']),
  redirectUrls: z.array(redirectUrl).min(1, { error: 'must name at least one address' }),
  requiredScopes: scopes.refine((names) => names.includes('oauth'), { error: 'must include oauth' }),
  optionalScopes: scopes,
  conditionallyRequiredScopes: scopes,
}).superRefine(({ requiredScopes, optionalScopes, conditionallyRequiredScopes }, context) => {
  const twice = requiredScopes.filter((scope) => optionalScopes.includes(scope));
  if (twice.length > 0) context.addIssue({ code: 'custom', message: `are required and optional: ${twice.join(', ')}` });
  const all = [...requiredScopes, ...optionalScopes, ...conditionallyRequiredScopes];
  const sensitive = all.filter((scope) => SENSITIVE.test(scope));
  if (sensitive.length > 0)
    context.addIssue({
      code: 'custom',
      message: `would stop the card from calling its server: ${sensitive.join(', ')}`,
    });
});

/** src/app/app-hsmeta.json. */
export const appSchema = only({
  uid,
  type: z.literal('app'),
  config: only({
    name: z.string().min(1, { error: 'must not be empty' }),
    description: z.string(),
    distribution: oneOf(['marketplace', 'private']),
    auth,
    permittedUrls: only({ fetch: z.array(httpsUrl), iframe: z.array(httpsUrl), img: z.array(httpsUrl) }),
    support: z.record(z.string(), z.string()).optional(),
  }).refine(({ distribution, auth: { type } }) => distribution !== 'marketplace' || type === 'oauth', {
    path: ['auth', 'type'],
    error: 'must be oauth where distribution is marketplace',
  }),
});
