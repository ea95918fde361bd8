export { type Auth, type AuthOptions, createAuth } from './create-auth.ts';
export { createSecret } from './secret-file.ts';
export type { NewUser, UserChanges, Users, UserView } from './users.ts';
