import { useI18n } from '../i18n/context.tsx';
import { Link } from '../router/navigation.tsx';
import { lastConnector } from './connect/kept-form.ts';
import { connectPath } from './place.ts';

/** Somebody returned from the source system, and nothing was connected. What was entered is still in the form. */
export function CameBack({ code, offered }: { code: string; offered: readonly string[] }) {
  const { m } = useI18n();
  const words = m.connections.cameBack;
  const last = lastConnector(sessionStorage);
  const connector = offered.find((one) => one === last) ?? offered[0];
  return (
    <section className="callout callout-bad" role="alert">
      <h2>{words.title}</h2>
      <p>
        {words.codes[code] ?? (
          <>
            {words.other} <code>{code}</code>
          </>
        )}
      </p>
      {connector !== undefined && (
        <Link className="button" href={connectPath(connector)}>
          {words.again}
        </Link>
      )}
    </section>
  );
}
