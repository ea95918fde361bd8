import type { ProposalProblemCode } from '@draftsmith/contracts';
import type { Trouble } from '../api/problem.ts';

/** A headline and what can be done about it. */
export interface Words {
  title: string;
  text: string;
}

export const problems: Record<ProposalProblemCode, Words> = {
  'not-connected': {
    title: 'This HubSpot account is not connected to Draftsmith',
    text: 'An admin can connect it in the Draftsmith console under Connections.',
  },
  reconnect: {
    title: 'The connection to HubSpot has ended',
    text: 'Somebody withdrew the app’s access. An admin needs to connect this account again in the Draftsmith console. Proposals written so far are kept.',
  },
  gaps: {
    title: 'Something is missing that no proposal can be right without',
    text: 'Mend what is listed under “What is missing”, then generate again.',
  },
  'no-template': {
    title: 'That template no longer exists',
    text: 'Choose another template. An admin keeps templates in the Draftsmith console.',
  },
  busy: {
    title: 'Somebody is already working on this deal’s proposal',
    text: 'Wait until it is ready, then try again.',
  },
  'no-version': { title: 'There is no proposal yet', text: 'Generate one first.' },
  edited: {
    title: 'A person has edited this section',
    text: 'Writing it anew replaces their words. The earlier version is kept and can be restored.',
  },
  unbound: {
    title: 'Some of what you typed cannot be confirmed',
    text: 'These figures or names stand neither in the deal nor in your company’s texts. Correct them, or save them as you typed them.',
  },
  outdated: {
    title: 'This version is out of date',
    text: 'The deal has other line items or prices by now, or the proposal is no longer valid. Generate it anew, or use it as it is if you mean these figures.',
  },
  approval: {
    title: 'The approver has to be asked first',
    text: 'This proposal is above your company’s threshold. Attach it to the deal first: that asks the approver.',
  },
  'quotes-off': {
    title: 'Draft quotes are switched off',
    text: 'An admin can switch them on in the Draftsmith console.',
  },
  budget: {
    title: 'This month’s budget for writing is used up',
    text: 'An admin can raise it in the Draftsmith console. You can still edit and attach what is there.',
  },
  'not-found': {
    title: 'It is no longer there',
    text: 'The deal or the version may have been deleted. Reload this page.',
  },
  invalid: {
    title: 'Draftsmith could not use that',
    text: 'Check what you entered and try again.',
  },
  'source-down': {
    title: 'HubSpot’s data cannot be read right now',
    text: 'HubSpot is slow or limits requests. Try again in a minute. Nothing is lost.',
  },
  permission: {
    title: 'Draftsmith may not read or write what it needs',
    text: 'The app lacks a permission in HubSpot. An admin can grant it by connecting the account again in the Draftsmith console.',
  },
  'broke-off': {
    title: 'It broke off',
    text: 'Nothing was changed half-way. Try again; if it happens again, tell your Draftsmith admin.',
  },
};

export const troubles: Record<Trouble, Words> = {
  'not-set-up': {
    title: 'The card does not know its server yet',
    text: 'An admin needs to upload the HubSpot project again, with the address of the Draftsmith server.',
  },
  refused: {
    title: 'The Draftsmith server does not accept this request',
    text: 'The app’s client secret may differ from the one in Draftsmith’s settings, or your user has no access. Ask an admin.',
  },
  unknown: {
    title: 'There is no Draftsmith at this address',
    text: 'The server’s address or version does not fit this card. Ask an admin.',
  },
  busy: { title: 'Too many requests right now', text: 'It goes on by itself in a moment.' },
  unreachable: {
    title: 'The Draftsmith server cannot be reached',
    text: 'It is tried again by itself. What was asked for is not lost, and is done only once.',
  },
};
