import { hubspot } from '@hubspot/ui-extensions';
import { Card } from './card.tsx';

hubspot.extend<'crm.record.tab'>(({ context, actions }) => <Card context={context} actions={actions} />);
