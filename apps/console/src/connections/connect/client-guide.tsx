import { useI18n } from '../../i18n/context.tsx';
import { Icon } from '../../shell/icon.tsx';
import { CopyLine } from '../copy-line.tsx';
import type { ZendeskAddress } from './zendesk-address.ts';

/** How to make the OAuth client that each account needs of its own, with what is to be pasted there. */
export function ClientGuide({ address, redirectUri }: { address: ZendeskAddress; redirectUri: string }) {
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
