import { readFileSync } from 'node:fs';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '@draftsmith/hubspot/scopes';
import { expect, test } from 'vitest';

const APP = new URL('../../../connectors/hubspot/project/src/app/app-hsmeta.json', import.meta.url);

test("the app of HubSpot's project asks for what the connector asks for and explains", () => {
  const { auth } = JSON.parse(readFileSync(APP, 'utf8')).config;
  const names = (scopes: readonly { scope: string }[]) => scopes.map(({ scope }) => scope).toSorted();
  expect(auth.requiredScopes.toSorted()).toEqual(names(REQUIRED_SCOPES));
  expect(auth.optionalScopes.toSorted()).toEqual(names(OPTIONAL_SCOPES));
});
