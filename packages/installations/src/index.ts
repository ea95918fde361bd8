export { type ConsentStart, type Consents, createConsents, type GivenConsent } from './consents.ts';
export { type Credentials, readCredentials, type SecretPort, secretNames, writeCredentials } from './credentials.ts';
export {
  type AccountKey,
  createInstallations,
  type Installation,
  type Installations,
  type ProgressStep,
} from './installations.ts';
export { challengeOf, createVerifier, digestOf, randomToken } from './pkce.ts';
export { createTokenKeeper, type TokenKeeper, type TokenKeeperOptions } from './token-keeper.ts';
