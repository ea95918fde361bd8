import { z } from 'zod';

const authenticationSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('bearer_token'),
    add_position: z.literal('header').default('header'),
    data: z.object({ token: z.string() }),
  }),
  z.object({
    type: z.literal('basic_auth'),
    add_position: z.literal('header').default('header'),
    data: z.object({ username: z.string(), password: z.string() }),
  }),
  z.object({
    type: z.literal('api_key'),
    add_position: z.literal('header').default('header'),
    data: z.object({ name: z.string(), value: z.string() }),
  }),
]);

const webhookSchema = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  status: z.enum(['active', 'inactive']),
  endpoint: z.url(),
  http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  request_format: z.enum(['json', 'xml', 'form_encoded']),
  subscriptions: z.array(z.string()).optional(),
  custom_headers: z.record(z.string(), z.string()).optional(),
  authentication: authenticationSchema.optional(),
});

/** Body of a create. */
export const createSchema = z.object({ webhook: webhookSchema });
/** Body of an update: any part of it. */
export const changeSchema = z.object({ webhook: webhookSchema.partial() });

/** Body of a test send. */
export const testSchema = z.object({
  // Without one, a stored webhook is called as it is.
  request: z
    .object({
      endpoint: z.url().optional(),
      http_method: z.string().optional(),
      payload: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
    })
    .default({}),
});
