import type { ConnectorOffer } from '@draftsmith/contracts';
import { useI18n } from '../../i18n/context.tsx';
import { Icon } from '../../shell/icon.tsx';
import { CopyLine } from '../copy-line.tsx';
import type { ZendeskAddress } from './zendesk-address.ts';

const PACKAGE = 'npx pnpm@12 package:hubspot';

/** How to make the OAuth client, with what is to be pasted there. */
export function ClientGuide({ offer, address }: { offer: ConnectorOffer; address: ZendeskAddress }) {
  return offer.connector === 'hubspot' ? (
    <HubSpotGuide redirectUri={offer.redirectUri} />
  ) : (
    <ZendeskGuide redirectUri={offer.redirectUri} address={address} />
  );
}

/** A client of each account's own. */
function ZendeskGuide({ address, redirectUri }: { address: ZendeskAddress; redirectUri: string }) {
  const { m } = useI18n();
  const words = m.connections.wizard;
  return (
    <div className="guide">
      <h2>{words.guideTitle}</h2>
      <ol className="guide-steps">
        <li>
          {words.guidePath}{' '}
          {address.kind === 'subdomain' && (
            <a href={`https://${address.subdomain}.zendesk.com/admin`} target="_blank" rel="noreferrer">
              {words.openAdminCenter} <Icon name="external" size={13} />
            </a>
          )}
        </li>
        <li>{words.guideAdd}</li>
        <li>
          {words.guideRedirect}
          <CopyLine text={redirectUri} />
        </li>
        <li>{words.guideSecret}</li>
      </ol>
    </div>
  );
}

/** An app of the operator's, uploaded once for any number of accounts. */
function HubSpotGuide({ redirectUri }: { redirectUri: string }) {
  const { m } = useI18n();
  const words = m.connections.wizard.app;
  const server = redirectUri.replace(/\/connect\/callback$/, '');
  return (
    <div className="guide">
      <h2>{words.title}</h2>
      <p className="hint">{words.settings}</p>
      <ol className="guide-steps">
        <li>
          {words.write}
          <CopyLine text={`${PACKAGE} --url ${server}`} />
        </li>
        <li>
          {words.upload}
          <CopyLine text="hs project upload --profile production" />
        </li>
        <li>{words.auth}</li>
        <li>
          {words.redirect}
          <CopyLine text={redirectUri} />
        </li>
        <li>{words.secret}</li>
      </ol>
    </div>
  );
}
